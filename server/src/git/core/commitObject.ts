/** Who made a commit, and when. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** Whole seconds since 1970. */
  readonly timestamp: number;
}

export interface CommitFields {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The content of a commit object in UTC. The same fields give the same bytes. Characters that would break its
 * lines (control characters, angle brackets) are taken out of names; the message ends with one line break.
 */
export function serializeCommit(fields: CommitFields): Uint8Array {
  const lines = [
    `tree ${fields.tree}`,
    ...fields.parents.map((parent) => `parent ${parent}`),
    `author ${personLine(fields.author)}`,
    `committer ${personLine(fields.committer)}`,
    '',
    fields.message.replaceAll('\0', '').replace(/\s*$/, ''),
    '',
  ];
  return encoder.encode(lines.join('\n'));
}

/** The fields of a commit object; throws `RangeError` when the bytes are not one. Signatures are left out. */
export function parseCommit(content: Uint8Array): CommitFields {
  const text = decoder.decode(content);
  const end = text.indexOf('\n\n');
  const head = (end < 0 ? text : text.slice(0, end)).split('\n');
  const value = (key: string): string | undefined =>
    head.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1);
  const tree = value('tree');
  if (tree === undefined || !/^[0-9a-f]{40}$/.test(tree)) throw new RangeError('The bytes are not a commit.');
  const parents = head.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7));
  return {
    tree,
    parents,
    author: parsePerson(value('author')),
    committer: parsePerson(value('committer')),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}

function personLine(person: Person): string {
  return `${cleaned(person.name) || 'unknown'} <${cleaned(person.email)}> ${Math.trunc(person.timestamp)} +0000`;
}

function cleaned(text: string): string {
  return text
    .replace(/[<>\p{Cc}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/g, '');
}

/** By searching forward: one pattern for the whole line takes quadratic time for a hostile one. */
function parsePerson(text = ''): Person {
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  if (close < 0) return { name: '', email: '', timestamp: 0 };
  const time = /^ ?(-?\d+)/.exec(text.slice(close + 1))?.[1] ?? 0;
  return {
    name: text.slice(0, open).replace(/ $/, ''),
    email: text.slice(open + 1, close),
    timestamp: Number(time),
  };
}
