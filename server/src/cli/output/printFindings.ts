import type { FileFinding } from '../../language/Finding.js';
import type { Colours } from './Colours.js';
import { alignColumns } from './alignColumns.js';
import { plainLine } from './plainText.js';

/** Findings for people: grouped by file, lines and columns from 1. */
export function printFindings(findings: readonly FileFinding[], colours: Colours): string {
  if (findings.length === 0) return `${colours.green('✔')} no findings\n`;
  const files = [...new Set(findings.map(({ file }) => file))];
  const groups = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const rows = own.map(({ range: { start }, severity, message, code }) => [
      `  ${start.line + 1}:${start.character + 1}`,
      severity,
      plainLine(message),
      code,
    ]);
    const lines = alignColumns(rows, (cell, column) => {
      if (column === 1) return severityColour(cell, colours)(cell);
      return column === 2 ? cell : colours.dim(cell);
    });
    return `${colours.underline(plainLine(file))}\n${lines.join('\n')}\n`;
  });
  return `${groups.join('\n')}\n${summary(findings, colours)}\n`;
}

function summary(findings: readonly FileFinding[], colours: Colours): string {
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const others = findings.length - errors - warnings;
  const text = `${errors} errors, ${warnings} warnings, ${others} notes`;
  return errors > 0 ? colours.red(`✖ ${text}`) : colours.yellow(`! ${text}`);
}

function severityColour(severity: string, colours: Colours): (text: string) => string {
  if (severity === 'error') return colours.red;
  return severity === 'warning' ? colours.yellow : colours.cyan;
}
