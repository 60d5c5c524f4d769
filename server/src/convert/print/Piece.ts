/** A part of a line, before escaping: what text needs depends on everything around it. */
export type Piece =
  /** Text to be escaped. In a link's text brackets are syntax. */
  | { readonly kind: 'text'; readonly text: string; readonly inLink?: boolean }
  /** Finished Markdown. */
  | { readonly kind: 'syntax'; readonly text: string }
  /** Finished Markdown that is only read as such beside no letter or digit. */
  | { readonly kind: 'guarded'; readonly text: string }
  /** Source that was carried as it was; it may hold delimiters. */
  | { readonly kind: 'raw'; readonly text: string }
  /** One side of emphasis; both sides share `pair`. */
  | { readonly kind: 'delimiter'; readonly text: string; readonly opens: boolean; readonly pair: object }
  /** A link whose text is its address; `full` writes it with both. */
  | {
      readonly kind: 'autolink';
      readonly text: string;
      readonly href: string;
      readonly form: 'bare' | undefined;
      readonly full: () => string;
    }
  /** A hard line break; `written` is how the source had it. */
  | { readonly kind: 'break'; readonly written: string | undefined };

/** Finished Markdown as a piece. */
export function syntax(text: string): Piece {
  return { kind: 'syntax', text };
}

/** Pieces between two delimiters. */
export function delimited(open: string, inner: readonly Piece[], close: string): readonly Piece[] {
  const pair = {};
  return [
    { kind: 'delimiter', text: open, opens: true, pair },
    ...inner,
    { kind: 'delimiter', text: close, opens: false, pair },
  ];
}
