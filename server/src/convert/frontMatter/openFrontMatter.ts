import { isMap, isScalar, type Document } from 'yaml';
import { guardYaml } from './guardYaml.js';
import { isRecord, toRecord, type JsonRecord } from './jsonValue.js';
import { readTree } from './readTree.js';
import { cutFences, parseYaml, type Fenced } from './yamlDocument.js';
import type { YamlTree } from './YamlTree.js';

/** What is wrong in front matter, and where (offsets in its source, UTF-16). */
export interface FrontMatterError {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Front matter whose errors are known; offsets of the tree are those of `fenced.text`. */
export interface OpenedFrontMatter {
  readonly fenced: Fenced;
  readonly tree: YamlTree;
  readonly data: JsonRecord;
}

/** Most errors that are told of one front matter. */
const MAX_ERRORS = 100;

/** Parses front matter, fences included; the errors when it cannot be read. Never throws. */
export function openFrontMatter(source: string): OpenedFrontMatter | readonly FrontMatterError[] {
  const fenced = cutFences(source);
  if (fenced === undefined) {
    const message = /^\ufeff?\+\+\+/.test(source)
      ? 'The front matter is TOML; only YAML is read.'
      : 'This is no front matter.';
    return [{ code: 'front-matter-not-yaml', message, start: 0, end: source.length }];
  }
  const offset = fenced.opening.length;
  const refusal = guardYaml(fenced.text);
  if (refusal !== undefined) {
    const { code, message, at } = refusal;
    return [{ code, message, start: offset + at, end: source.length }];
  }
  const document = parseYaml(fenced.text);
  const syntaxErrors = document.errors.map(({ message, pos: [start, end] }) => ({
    code: 'front-matter-syntax',
    message: `The front matter is not valid YAML: ${message.replace(/\.$/, '')}.`,
    start,
    end: Math.max(end, start + 1),
  }));
  if (syntaxErrors.length > 0) return placed(syntaxErrors, offset);
  if (!isMap(document.contents) && !isNothing(document)) {
    const message = 'The front matter has to be a list of keys and values.';
    return [{ code: 'front-matter-not-a-map', message, start: offset, end: source.length }];
  }
  const tree = readTree(document);
  if (tree.problems.length > 0) return placed(tree.problems, offset);
  const { data } = tree.root;
  return { fenced, tree, data: isRecord(data) ? data : toRecord([]) };
}

/** Neither keys nor anything else: comments at most. */
function isNothing({ contents }: Document.Parsed): boolean {
  if (!isScalar(contents)) return contents === null;
  return contents.source === '' && contents.anchor === undefined && contents.tag === undefined;
}

function placed(errors: readonly FrontMatterError[], offset: number): readonly FrontMatterError[] {
  return errors.slice(0, MAX_ERRORS).map(({ code, message, start, end }) => ({
    code,
    message,
    start: offset + start,
    end: offset + end,
  }));
}
