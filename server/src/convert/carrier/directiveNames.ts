/** Inline nodes that are written as text directives: `:mention[Ann]{id="u1"}`. */
export const TEXT_DIRECTIVES: ReadonlySet<string> = new Set(['mention']);

/** Block nodes without content that are written as leaf directives: `::youtube{src="..."}`. */
export const LEAF_DIRECTIVES: ReadonlySet<string> = new Set([
  'youtube',
  'twitch',
  'audio',
  'video',
  'embed',
  'attachment',
]);
