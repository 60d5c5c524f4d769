import { findingCodes, type FindingCode } from './findingCodes.js';
import type { Severity } from './Severity.js';
import type { Range } from './text/LineMap.js';

/** One thing that is wrong or odd in a document, as the editor and `check` show it. */
export interface Finding {
  readonly range: Range;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  /** `LanguageService.fixes` has an edit for it. */
  readonly fixable: boolean;
}

/** A finding of `checkFolder`; `file` is relative to the folder, `/`-separated. */
export interface FileFinding extends Finding {
  readonly file: string;
}

/** A finding with the severity that its code has; `fixable: false` where this very one has no edit. */
export function makeFinding(
  code: FindingCode,
  range: Range,
  message: string,
  options: { readonly fixable?: boolean } = {},
): Finding {
  const kind: { readonly severity: Severity; readonly fixable?: true } = findingCodes[code];
  return { range, code, severity: kind.severity, message, fixable: options.fixable ?? kind.fixable === true };
}
