/** JSON text of TipTap documents that overflow or blow up where a printer is careless, by name. */
export const HOSTILE_TIPTAP: ReadonlyMap<string, () => string> = new Map([
  ['a document 10^6 deep', () => nested('{"type":"blockquote","content":[', ']}', 1_000_000)],
  [
    'lists 10^5 deep',
    () => nested('{"type":"bulletList","content":[{"type":"listItem","content":[', ']}]}', 100_000),
  ],
  [
    'lists 95 deep',
    () => nested('{"type":"bulletList","content":[{"type":"listItem","content":[', ']}]}', 48),
  ],
  ['an unknown node 10^5 deep', () => nested('{"type":"oddity","content":[', ']}', 100_000)],
  ['an attribute 10^6 deep', () => withAttribute(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
  [
    'prototypes as attributes',
    () => withAttribute('{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}'),
  ],
  [
    'a mark 10^5 deep',
    () => withText('a', `[{"type":"bold","attrs":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]`),
  ],
  ['1,000 marks on a text', () => withText('a', `[${Array(1000).fill('{"type":"bold"}').join(',')}]`)],
  ['30,000 paragraphs', () => documentOf(Array(30_000).fill(text('a')).join(','))],
  ['30,000 empty paragraphs', () => documentOf(Array(30_000).fill('{"type":"paragraph"}').join(','))],
  ['1 MB of stars', () => withText('*'.repeat(1_000_000))],
  ['200 kB of stars and words', () => withText('*a '.repeat(66_000))],
  ['200 kB of backticks', () => withText('` '.repeat(100_000))],
  ['200 kB of angles', () => withText('<a '.repeat(66_000))],
  ['200 kB of line feeds', () => withText('a\\n'.repeat(66_000))],
  ['200 kB of addresses', () => withText('www.a.b '.repeat(25_000))],
  [
    '10,000 texts with marks in turn',
    () =>
      documentOf(
        `{"type":"paragraph","content":[${Array.from({ length: 10_000 }, (_, at) => `{"type":"text","text":"a","marks":[{"type":"${at % 2 === 0 ? 'bold' : 'italic'}"}]}`).join(',')}]}`,
      ),
  ],
  ['null characters and halves of surrogate pairs', () => withText('\\u0000\\ud800a\\udc00'.repeat(10_000))],
  [
    'a table of 3,000 columns',
    () =>
      documentOf(
        `{"type":"table","content":[${Array(3)
          .fill(
            `{"type":"tableRow","content":[${Array(3000)
              .fill(`{"type":"tableCell","content":[${text('a')}]}`)
              .join(',')}]}`,
          )
          .join(',')}]}`,
      ),
  ],
  [
    'spans without end',
    () =>
      documentOf(
        `{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1e9,"rowspan":1e9},"content":[${text('a')}]}]}]}`,
      ),
  ],
  ['a heading of level 10^9', () => documentOf('{"type":"heading","attrs":{"level":1000000000}}')],
  [
    'a list that starts at 10^300',
    () =>
      documentOf(
        `{"type":"orderedList","attrs":{"start":1e300},"content":[{"type":"listItem","content":[${text('a')}]}]}`,
      ),
  ],
  [
    'raw source that is a document of its own',
    () =>
      documentOf(`{"type":"rawBlock","attrs":{"kind":"html","source":${JSON.stringify('> '.repeat(5000))}}}`),
  ],
  ['1 MB of brackets', () => withText('['.repeat(1_000_000))],
  ['brackets that one closes', () => withText(`${'['.repeat(100_000)}]`)],
  ['100,000 marks on a text', () => withText('a', `[${Array(100_000).fill('{"type":"bold"}').join(',')}]`)],
  [
    '1,000 kinds of marks on two texts',
    () => {
      const marks = Array.from({ length: 1000 }, (_, at) => `{"type":"link","attrs":{"href":"${at}"}}`).join(
        ',',
      );
      const one = `{"type":"text","text":"a","marks":[${marks}]}`;
      return documentOf(`{"type":"paragraph","content":[${one},${one}]}`);
    },
  ],
  [
    'marks that cross',
    () =>
      documentOf(
        `{"type":"paragraph","content":[${Array.from({ length: 3000 }, (_, at) => `{"type":"text","text":"a","marks":[${[at, at + 1, at + 2].map((mark) => `{"type":"link","attrs":{"href":"${mark}"}}`).join(',')}]}`).join(',')}]}`,
      ),
  ],
  ['a huge attribute', () => withAttribute(JSON.stringify('a'.repeat(5_000_000)))],
  [
    'an attribute of 100,000 keys',
    () => withAttribute(`{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`),
  ],
  ['attributes that are null', () => documentOf('{"type":"paragraph","attrs":null}')],
  ['content that is null', () => documentOf('{"type":"paragraph","content":null}')],
  [
    'marks that are null',
    () => documentOf('{"type":"paragraph","content":[{"type":"text","text":"a","marks":null}]}'),
  ],
  [
    'an attribute given twice',
    () => documentOf('{"type":"heading","attrs":{"level":1,"level":2},"type":"paragraph"}'),
  ],
  [
    'prototypes as types',
    () =>
      documentOf(
        ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
          .map(
            (name) =>
              `{"type":"${name}"},{"type":"paragraph","content":[{"type":"${name}"},{"type":"text","text":"a","marks":[{"type":"${name}","attrs":{"${name}":{"polluted":1}}}]}]}`,
          )
          .join(','),
      ),
  ],
]);

function documentOf(content: string): string {
  return `{"type":"doc","content":[${content}]}`;
}

function text(value: string): string {
  return `{"type":"paragraph","content":[{"type":"text","text":"${value}"}]}`;
}

function withText(value: string, marks = '[]'): string {
  return documentOf(`{"type":"paragraph","content":[{"type":"text","text":"${value}","marks":${marks}}]}`);
}

function withAttribute(value: string): string {
  return documentOf(`{"type":"paragraph","attrs":{"a":${value}},"content":[{"type":"text","text":"a"}]}`);
}

function nested(open: string, close: string, depth: number): string {
  return documentOf(`${open.repeat(depth)}${text('a')}${close.repeat(depth)}`);
}
