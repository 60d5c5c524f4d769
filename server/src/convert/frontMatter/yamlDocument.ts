import { parseDocument, type Document } from 'yaml';

/** Front matter cut into its fences and the text between them. */
export interface Fenced {
  readonly opening: string;
  readonly text: string;
  readonly closing: string;
}

/** Cuts front matter's source; `undefined` when it is not YAML between `---` fences. */
export function cutFences(frontMatter: string): Fenced | undefined {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(frontMatter)?.[0];
  if (opening === undefined) return undefined;
  const rest = frontMatter.slice(opening.length);
  const closing = /(?:^|\r\n|\n|\r)(---[ \t]*(?:\r\n|\n|\r)?)$/.exec(rest)?.[1];
  if (closing === undefined) return undefined;
  return { opening, text: rest.slice(0, rest.length - closing.length), closing };
}

/**
 * Parses YAML 1.2 core schema: no code, no custom types, no merge keys, no dates. The text has to be guarded first.
 * A key that occurs twice is found by `readTree`: here, that would take quadratic time.
 */
export function parseYaml(text: string): Document.Parsed {
  // The parser knows no line end of the old Macintosh; another of the same length keeps every offset.
  return parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
    schema: 'core',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    // Silent, the parser would say nothing of a second document.
    logLevel: 'error',
  });
}
