import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { makeFinding, type Finding } from '../Finding.js';
import type { LineMap } from '../text/LineMap.js';

/** By the names that jsonc-parser gives its errors. */
const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not JSON.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace is expected here.',
  CloseBracketExpected: 'A closing bracket is expected here.',
  EndOfFileExpected: 'Nothing may follow here.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'The closing quote is missing.',
  UnexpectedEndOfNumber: 'The number is cut off.',
  InvalidUnicode: 'A \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'JSON knows no such escape.',
  InvalidCharacter: 'A control character must be escaped.',
};

/** The finding for a text that `JSON.parse` refused: the first error, the others only follow from it. */
export function syntaxFindings(text: string, lines: LineMap): readonly Finding[] {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  const start = Math.min(first?.offset ?? 0, text.length);
  const message = first === undefined ? undefined : messages[printParseErrorCode(first.error)];
  const range = lines.range(start, start + (first?.length ?? 1));
  return [makeFinding('json-syntax', range, message ?? 'This is not JSON.')];
}
