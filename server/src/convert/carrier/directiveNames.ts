/**
 * Inline nodes that are written as text directives, `:mention[Ann]{id="u1"}`; emoji and formulas only where they have no
 * nicer form.
 */
export const TEXT_DIRECTIVES: ReadonlySet<string> = new Set(['mention', 'emoji', 'inlineMath']);

/** Block nodes without content that are written as leaf directives: `::youtube{src="..."}`. */
export const LEAF_DIRECTIVES: ReadonlySet<string> = new Set([
  'youtube',
  'twitch',
  'audio',
  'video',
  'embed',
  'attachment',
]);
