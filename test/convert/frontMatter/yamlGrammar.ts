import fc from 'fast-check';

/** A value as it is to be written: every way that YAML has, comments and blank lines included. */
interface Written {
  readonly kind: 'scalar' | 'text' | 'map' | 'seq' | 'alias' | 'empty';
  readonly raw: string;
  readonly entries: readonly Entry[];
  readonly anchor: number;
  readonly tag: boolean;
  readonly style: number;
  readonly comment: string;
}

interface Entry {
  readonly key: number;
  readonly above: string;
  readonly value: Written;
}

/** Front matter and the text of each top-level entry, its comments above included. */
export interface GeneratedFrontMatter {
  readonly source: string;
  readonly entries: readonly { readonly name: string; readonly text: string }[];
}

const scalars = [
  'plain',
  'two words',
  '"double \\" \\u00e9"',
  "'it''s'",
  '12',
  '-1.5e3',
  '0x1F',
  'true',
  '~',
  'null',
  '.inf',
  '2024-01-02',
  'http://x.example/?a=1',
  '"a: b # c"',
  '"line one\n    line two"',
  'a\n    b',
  '""',
  '[]',
  '{}',
];
const flowScalars = scalars.filter((raw) => !raw.includes('\n'));
const texts = ['one\n\ntwo', 'one', '', 'a  \n  b', '# no comment\n- x'];
const headers = ['|', '|-', '|+', '>', '>-', '>+', '|2', '| # note'];
const comments = ['', '', ' # note', '\t# tab'];
const trivia = ['', '', '', '\n', '# about', '   # deeper', '\n# a\n\n', '   \n', '     \n'];
const keys = ['k', '"q', "'s", '1', 'true', '? e', '? [c', '~', '<<', '!!str t', '&k', '"l'];

const leaf = fc.constantFrom<Written['kind']>('scalar', 'scalar', 'text', 'alias', 'empty');

const { value } = fc.letrec<{ value: Written; entry: Entry }>((tie) => ({
  value: fc.record({
    kind: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.constantFrom<Written['kind']>('map', 'map', 'seq'),
    ),
    raw: fc.constantFrom(...scalars),
    entries: fc.oneof(
      { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
      fc.constant([]),
      fc.array(tie('entry'), { minLength: 1, maxLength: 3 }),
    ),
    anchor: fc.integer({ min: 0, max: 7 }),
    tag: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    style: fc.integer({ min: 0, max: 7 }),
    comment: fc.constantFrom(...comments),
  }),
  entry: fc.record({
    key: fc.integer({ min: 0, max: keys.length - 1 }),
    above: fc.constantFrom(...trivia),
    value: tie('value'),
  }),
}));

const entries = fc.array(
  fc.record({ key: fc.integer({ min: 0, max: keys.length - 1 }), above: fc.constantFrom(...trivia), value }),
  { maxLength: 6 },
);

/** Front matter of every form that is read; about one in twenty is refused for what its aliases make of it. */
export const generatedFrontMatter: fc.Arbitrary<GeneratedFrontMatter> = fc
  .record({
    entries,
    eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    opening: fc.constantFrom('---', '\ufeff---', '--- \t'),
    start: fc.constantFrom(
      '',
      '',
      '',
      '# top',
      '--- # again',
      '%TAG !e! tag:e.example,2024:\n--- !!map',
      '!!map',
    ),
    end: fc.constantFrom('', '', '', '# bottom\n', '...\n', '\n'),
    isFlow: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(({ entries: tops, eol, opening, start, end, isFlow }) => {
    const writer = new YamlWriter();
    const head = start === '' ? '' : `${start}\n`;
    const parts = isFlow ? [] : tops.map((entry, at) => writer.entry(entry, 0, at));
    const body = isFlow ? `${writer.flowMap(tops, 0, 0)}\n` : parts.map(({ text }) => text).join('');
    const withEol = (text: string): string => text.replaceAll('\n', eol);
    return {
      source: withEol(`${opening}\n${head}${body}${end}---\n`),
      entries: parts.map(({ name, text }) => ({ name, text: withEol(text) })),
    };
  });

/** Writes values; aliases only to anchors that are there already. */
class YamlWriter {
  readonly #anchors = new Set<string>();
  #count = 0;

  entry({ key, above, value: written }: Entry, column: number, at: number): { name: string; text: string } {
    const indent = ' '.repeat(column);
    const trivial = above === '' ? '' : `${above.trim() === '' ? above : above.replace(/^/gm, indent)}\n`;
    const { name, text, explicit } = this.#key(key, at);
    const after = explicit ? `${indent}${text}\n${indent}:` : `${indent}${text}:`;
    return { name, text: `${trivial}${after}${this.#blockValue(written, column, explicit)}` };
  }

  flowMap(items: readonly Entry[], style: number, column: number): string {
    const inner = items.map(({ key, value: written }, at) => {
      const { text, explicit } = this.#key(key, at);
      if (style === 1 && written.kind === 'empty') return text;
      const flow = this.#flowValue(written, column);
      const gap = text.endsWith('"') && style === 2 && flow !== '' ? '' : ' ';
      return `${text}${explicit || text.startsWith('&') ? ' ' : ''}:${gap}${flow}`;
    });
    return this.#flow(inner, '{', '}', style, column);
  }

  #key(key: number, at: number): { name: string; text: string; explicit: boolean } {
    const start = keys[key] ?? 'k';
    const single = new Set(['1', 'true', '~', '<<']);
    const named = `${start.replace(/^(?:\? \[|\? |["']|!!str |&)/, '')}${at}`;
    if (single.has(start) && at === 0)
      return { name: start === '~' ? '' : start, text: start, explicit: false };
    if (start === '? e') return { name: named, text: `? ${named}`, explicit: true };
    if (start === '? [c') return { name: `[${named}, d]`, text: `? [${named}, d]`, explicit: true };
    if (start.startsWith('"')) return { name: named, text: `"${named}"`, explicit: false };
    if (start.startsWith("'")) return { name: named, text: `'${named}'`, explicit: false };
    if (start === '!!str t') return { name: named, text: `!!str ${named}`, explicit: false };
    if (start === '&k') return { name: named, text: `${this.#anchor(1)}${named}`, explicit: false };
    return {
      name: single.has(start) ? `k${at}` : named,
      text: single.has(start) ? `k${at}` : named,
      explicit: false,
    };
  }

  #blockValue(written: Written, column: number, isCompact: boolean): string {
    const { kind, entries: items, style, comment } = written;
    if (kind === 'alias') return `${this.#alias(written)}${comment}\n`;
    if ((kind === 'map' || kind === 'seq') && (style > 4 || items.length === 0)) {
      const props = this.#props(written);
      const flow =
        kind === 'map' ? this.flowMap(items, style - 5, column) : this.#flowSeq(items, style - 5, column);
      return `${props} ${flow}${comment}\n`;
    }
    if (kind === 'map' || kind === 'seq') {
      const isInline = isCompact && style === 0;
      const props = isInline ? '' : this.#props({ ...written, tag: false });
      const inner = kind === 'map' || isCompact ? column + 2 : column + (style > 2 ? 2 : 0);
      const lines = items
        .map((item, at) => (kind === 'map' ? this.entry(item, inner, at).text : this.#item(item, inner)))
        .join('');
      return isInline &&
        !/^\s/.test(lines.slice(inner)) &&
        lines.startsWith(' '.repeat(inner)) &&
        !lines.slice(inner).startsWith('#')
        ? ` ${lines.slice(inner)}`
        : `${props}${comment}\n${lines}`;
    }
    const props = this.#props(written);
    if (kind === 'empty') return `${props}${comment}\n`;
    if (kind === 'text') {
      const indent = ' '.repeat(column + 2);
      const lines = (texts[style] ?? 'x').split('\n').map((line) => (line === '' ? '' : `${indent}${line}`));
      return `${props} ${headers[written.anchor] ?? '|'}\n${lines.join('\n')}\n`;
    }
    const raw = written.raw.replace(/\n */g, `\n${' '.repeat(column + 4)}`);
    return style === 7
      ? `${props}\n${' '.repeat(column + 3)}${raw}${comment}\n`
      : `${props} ${raw}${comment}\n`;
  }

  #item({ above, value: written }: Entry, column: number): string {
    const indent = ' '.repeat(column);
    const trivial = above.trim() === '' ? above : `${indent}${above.trim()}\n`;
    return `${trivial === '' ? '' : trivial.endsWith('\n') ? trivial : `${trivial}\n`}${indent}-${this.#blockValue(written, column, true)}`;
  }

  #flowSeq(items: readonly Entry[], style: number, column: number): string {
    const inner = items.map(({ value: written }, at) => {
      const flow = this.#flowValue(written, column);
      return written.style === 0 ? `b${at}: ${flow}` : flow === '' ? 'none' : flow;
    });
    return this.#flow(inner, '[', ']', style, column);
  }

  #flow(inner: readonly string[], open: string, close: string, style: number, column: number): string {
    if (inner.length === 0) return `${open}${close}`;
    const indent = ' '.repeat(column + 2);
    if (style === 2) return `${open}${inner.join(',')}${close}`;
    if (style === 1)
      return `${open}\n${inner.map((each, at) => `${indent}${each}, # c${at}\n`).join('')} ${indent}${close}`;
    return `${open} ${inner.join(', ')} ${close}`;
  }

  #flowValue(written: Written, column: number): string {
    const { kind, entries: items, style } = written;
    if (kind === 'alias') return `${this.#alias(written).trim()} `;
    const props = this.#props(written).trim();
    const space = props === '' ? '' : `${props} `;
    if (kind === 'map') return space + this.flowMap(items, style % 3, column);
    if (kind === 'seq') return space + this.#flowSeq(items, style % 3, column);
    if (kind === 'empty') return space;
    return space + (flowScalars[scalars.indexOf(written.raw) % flowScalars.length] ?? 'x');
  }

  #props({ kind, anchor, tag }: Written): string {
    const named = this.#anchor(anchor).trim();
    const tagged = tag ? (kind === 'map' ? '!!map' : kind === 'seq' ? '!!seq' : '!!str') : '';
    return [named, tagged]
      .filter((prop) => prop !== '')
      .map((prop) => ` ${prop}`)
      .join('');
  }

  #anchor(number: number): string {
    if (number > 2) return '';
    this.#anchors.add(`a${number}`);
    return `&a${number} `;
  }

  #alias({ anchor }: Written): string {
    this.#count += 1;
    const name = `a${anchor % 3}`;
    return this.#anchors.has(name) && this.#count < 20 ? ` *${name}` : ' no-alias';
  }
}
