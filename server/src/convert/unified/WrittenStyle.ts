import type { Nodes } from 'mdast';

/** How a document is written; options of mdast-util-to-markdown and mdast-util-gfm, and `hardBreak`. */
export interface WrittenStyle {
  readonly bullet?: '-' | '*' | '+';
  readonly bulletOrdered?: '.' | ')';
  readonly incrementListMarker?: boolean;
  readonly listItemIndent?: 'one' | 'tab';
  readonly emphasis?: '*' | '_';
  readonly strong?: '*' | '_';
  readonly rule?: '-' | '*' | '_';
  readonly ruleRepetition?: number;
  readonly ruleSpaces?: boolean;
  readonly fence?: '`' | '~';
  readonly fences?: boolean;
  readonly setext?: boolean;
  readonly closeAtx?: boolean;
  readonly quote?: '"' | "'";
  readonly tablePipeAlign?: boolean;
  readonly hardBreak?: 'backslash' | 'spaces';
}

/** What is not to be seen in a document. */
export const USUAL_STYLE: Required<WrittenStyle> = {
  bullet: '-',
  bulletOrdered: '.',
  incrementListMarker: true,
  listItemIndent: 'one',
  emphasis: '*',
  strong: '*',
  rule: '-',
  ruleRepetition: 3,
  ruleSpaces: false,
  fence: '`',
  fences: true,
  setext: false,
  closeAtx: false,
  quote: '"',
  tablePipeAlign: false,
  hardBreak: 'backslash',
};

/** How nodes of a type were written, by their source. */
const READERS: Readonly<Record<string, (source: string) => WrittenStyle>> = {
  list: listStyle,
  emphasis: (source) => ({ emphasis: oneOf(['*', '_'], source.charAt(0)) }),
  strong: (source) => ({ strong: oneOf(['*', '_'], source.charAt(0)) }),
  thematicBreak: ruleStyle,
  code: codeStyle,
  heading: headingStyle,
  break: (source) => ({ hardBreak: source.startsWith('\\') ? 'backslash' : 'spaces' }),
  table: (source) => ({ tablePipeAlign: new Set(source.split('\n').map(({ length }) => length)).size === 1 }),
  link: quoteStyle,
  image: quoteStyle,
  definition: quoteStyle,
};

/** How one node was written, without what is in it. */
export function writtenStyle({ type }: Nodes, source: string): WrittenStyle {
  return READERS[type]?.(source) ?? {};
}

function listStyle(source: string): WrittenStyle {
  const marker = source.replace(/[ \t\n][^]*$/, '');
  const width = source.length - source.replace(/^[^ ]+ {1,4}/, '').length;
  const listItemIndent = width > marker.length + 1 && width % 4 === 0 ? 'tab' : 'one';
  if (marker.length === 1) return { bullet: oneOf(['-', '*', '+'], marker), listItemIndent };
  const [first, second] = [...source.matchAll(/^\d+(?=[.)])/gm)].map(String);
  return {
    bulletOrdered: oneOf(['.', ')'], marker.slice(-1)),
    ...(second === undefined ? {} : { incrementListMarker: first !== second }),
    listItemIndent,
  };
}

function ruleStyle(source: string): WrittenStyle {
  const markers = source.replace(/[ \t]/g, '');
  return {
    rule: oneOf(['-', '*', '_'], markers.charAt(0)),
    ruleRepetition: markers.length,
    ruleSpaces: /[-*_] [-*_]/.test(source),
  };
}

function codeStyle(source: string): WrittenStyle {
  const fence = /^(?:`{3}|~{3})/.exec(source)?.[0];
  if (fence === undefined) return { fences: false };
  return { fences: true, fence: oneOf(['`', '~'], fence.charAt(0)) };
}

function headingStyle(source: string): WrittenStyle {
  if (!source.startsWith('#')) return { setext: true };
  const closeAtx = /[ \t]#+[ \t]*$/.test(source);
  return source.startsWith('###') ? { closeAtx } : { closeAtx, setext: false };
}

function quoteStyle(source: string): WrittenStyle {
  const quote = /(["'])\)?$/.exec(source)?.[1];
  return quote === undefined ? {} : { quote: oneOf(['"', "'"], quote) };
}

/** The one that is `value`, as its own type; there has to be one. */
function oneOf<T extends string>(values: readonly T[], value: string): T {
  return values.find((one) => one === value) as T;
}
