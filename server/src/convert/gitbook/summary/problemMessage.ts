import { MAX_SUMMARY_DEPTH, MAX_SUMMARY_LENGTH, type SummaryProblemCode } from './SummaryTree.js';

const MESSAGES: Readonly<Record<SummaryProblemCode, string>> = {
  'summary-too-large': `SUMMARY.md is longer than ${MAX_SUMMARY_LENGTH} characters and is not read.`,
  'summary-too-deep': `Entries that nest deeper than ${MAX_SUMMARY_DEPTH} levels are not read.`,
  'summary-unknown': 'This is neither a heading nor an entry of the table of contents; it is kept as it is.',
  'summary-second-title':
    'Only the first heading of level 1, above all entries, names the table of contents.',
  'summary-ignored-text':
    'Only the first link of an entry and the words of a heading count; the rest is kept.',
  'summary-duplicate': 'This file is listed twice; a file can appear once.',
  'summary-empty-link': 'This link leads to no file.',
  'summary-absolute': 'This path is absolute; paths are relative to the folder of SUMMARY.md.',
  'summary-outside': 'This path leads out of the content root.',
  'summary-folder': 'This path names a folder; name its README.md instead.',
  'summary-unsafe-path':
    'This path holds backslashes or control characters, which systems read in different ways.',
  'summary-bad-encoding': 'The percent-encoding of this path is not valid; it is read as it stands.',
  'summary-not-writable': 'This table of contents cannot be written so that it reads back the same.',
};

/** What a problem says to a person. */
export function problemMessage(code: SummaryProblemCode): string {
  return MESSAGES[code];
}
