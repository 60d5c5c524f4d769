import { SPACE } from '../parse/codes.js';
import type { Container } from './Reader.js';

/**
 * Takes the prefixes of containers off every line of a slice but its first. A line that has none of them (a lazy
 * continuation) keeps what it has.
 */
export function stripContainers(slice: string, containers: readonly Container[]): string {
  if (containers.length === 0 || !slice.includes('\n')) return slice;
  const [first = '', ...rest] = slice.split('\n');
  return [first, ...rest.map((line) => stripLine(line, containers))].join('\n');
}

function stripLine(line: string, containers: readonly Container[]): string {
  let rest = line;
  for (const container of containers) {
    const stripped = container.kind === 'quote' ? stripQuote(rest) : stripIndent(rest, container.width);
    if (stripped === undefined) return rest;
    rest = stripped;
  }
  return rest;
}

function stripQuote(line: string): string | undefined {
  const match = /^ {0,3}> ?/.exec(line)?.[0];
  return match === undefined ? undefined : line.slice(match.length);
}

function stripIndent(line: string, width: number): string | undefined {
  let spaces = 0;
  while (spaces < width && line.charCodeAt(spaces) === SPACE) spaces += 1;
  if (spaces === width) return line.slice(width);
  return /^[ \t]*$/.test(line) ? line.slice(Math.min(width, line.length)) : undefined;
}
