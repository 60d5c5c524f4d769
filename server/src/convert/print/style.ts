/** What the printer writes where Markdown has several ways to say the same and nobody says which. */
export interface Style {
  readonly bullet: '-' | '*' | '+';
  readonly ordered: '.' | ')';
  readonly emphasis: '*' | '_';
  readonly strong: '**' | '__';
  readonly rule: string;
  readonly fence: '`' | '~';
  readonly hardBreak: 'backslash' | 'spaces';
  /** How an address that is its own link stands: `<https://e.com>`, a link to every reader, or bare, one to GFM's. */
  readonly autolink: 'angle' | 'bare';
}

/** The style of a document that nobody wrote by hand. */
export const DEFAULT_STYLE: Style = {
  bullet: '-',
  ordered: '.',
  emphasis: '*',
  strong: '**',
  rule: '---',
  fence: '`',
  hardBreak: 'backslash',
  autolink: 'angle',
};
