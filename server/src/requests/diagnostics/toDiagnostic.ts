import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../language/Finding.js';
import type { Severity } from '../../language/Severity.js';
import { findingCodes, type FindingCode } from '../../language/findingCodes.js';

/** Shown before each finding, and how our own are told from those of others. */
const SOURCE = 'docbridge';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic({ range, code, severity, message, fixable }: Finding): Diagnostic {
  return { range, code, severity: severities[severity], message, source: SOURCE, data: { fixable } };
}

/** The finding that a diagnostic of ours was made from; `undefined` for those of others. */
export function toFinding(diagnostic: Diagnostic): Finding | undefined {
  const { range, code, source, message } = diagnostic;
  const data: unknown = diagnostic.data;
  if (source !== SOURCE || !isCode(code) || typeof message !== 'string') return undefined;
  const fixable = typeof data === 'object' && data !== null && 'fixable' in data && data.fixable === true;
  return { range, code, severity: findingCodes[code].severity, message, fixable };
}

function isCode(code: unknown): code is FindingCode {
  return typeof code === 'string' && code in findingCodes;
}
