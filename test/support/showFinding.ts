import type { Finding } from '../../server/src/language/Finding.js';
import { LineMap } from '../../server/src/language/text/LineMap.js';

/** A finding as one line for comparisons: `error json-syntax 1:4 |covered text|`. */
export function showFinding(text: string, { severity, code, range }: Finding): string {
  const lines = new LineMap(text);
  const covered = text.slice(lines.offset(range.start), lines.offset(range.end));
  return `${severity} ${code} ${range.start.line}:${range.start.character} |${covered}|`;
}

/** The lines of all findings. */
export function showFindings(text: string, findings: readonly Finding[]): string[] {
  return findings.map((finding) => showFinding(text, finding));
}
