import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';

/** Where something stands in a JSON document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** Writes a path as people do: `bindings[0].platform.url`. */
export function printPath(path: JsonPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** A strict JSON text (RFC 8259: no comments, no trailing commas) with the places of its values. */
export class JsonDocument {
  /** What makes the text unusable: syntax errors and keys that stand twice, each with its line. */
  readonly problems: readonly string[];
  readonly #text: string;
  readonly #root: Node | undefined;

  /** A byte order mark at the start is ignored. */
  constructor(text: string) {
    this.#text = text.replace(/^\ufeff/u, '');
    const errors: ParseError[] = [];
    this.#root = parseTree(this.#text, errors, { disallowComments: true, allowTrailingComma: false });
    const syntax = errors.map(
      (error) => `line ${this.#lineAt(error.offset)}: ${describe(printParseErrorCode(error.error))}`,
    );
    if (syntax.length === 0 && this.#root === undefined) syntax.push('it is empty');
    this.problems = syntax.length > 0 ? syntax.slice(0, 5) : this.#duplicates(this.#root, []);
  }

  /** The value; call it only when there are no problems. */
  value(): unknown {
    return JSON.parse(this.#text);
  }

  /** Line (from 1) of the value at `path`, or of the nearest one around it. */
  line(path: JsonPath): number {
    if (this.#root === undefined) return 1;
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(this.#root, path.slice(0, length));
      if (node !== undefined) return this.#lineAt(node.offset);
    }
    return this.#lineAt(this.#root.offset);
  }

  #duplicates(node: Node | undefined, path: JsonPath): readonly string[] {
    if (node === undefined) return [];
    if (node.type === 'array') {
      return (node.children ?? []).flatMap((child, index) => this.#duplicates(child, [...path, index]));
    }
    if (node.type !== 'object') return [];
    const seen = new Set<string>();
    return (node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      const name = String(key?.value);
      const here = [...path, name];
      const twice = seen.has(name)
        ? [`${printPath(here)} (line ${this.#lineAt(property.offset)}): this key stands twice`]
        : [];
      seen.add(name);
      return [...twice, ...this.#duplicates(value, here)];
    });
  }

  #lineAt(offset: number): number {
    return this.#text.slice(0, offset).split(/\r\n|\r|\n/u).length;
  }
}

/** `CommaExpected` as `comma expected`. */
function describe(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
}
