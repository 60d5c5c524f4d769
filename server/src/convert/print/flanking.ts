/** The class of a character beside a delimiter run (CommonMark 0.31.2, section 6.2). */
export type Side = 'space' | 'punctuation' | 'word' | 'unsure';

const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Classifies the character at an offset; beyond the text's ends it is space. */
export function sideAt(text: string, at: number): Side {
  if (at < 0 || at >= text.length) return 'space';
  const unit = text.charCodeAt(at);
  // Parsers disagree on characters beyond the basic plane: some see two halves, some one symbol.
  if (unit >= 0xd800 && unit <= 0xdfff) return 'unsure';
  const char = text.charAt(at);
  if (/\s/.test(char)) return 'space';
  return PUNCTUATION.test(char) ? 'punctuation' : 'word';
}

/** Whether a run between these sides can open (or, the sides swapped, close) emphasis with `*`. */
export function canOpen(before: Side, after: Side): boolean {
  if (after === 'space') return false;
  return after === 'word' || before === 'space' || before === 'punctuation';
}
