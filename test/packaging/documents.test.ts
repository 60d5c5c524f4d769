import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { exitCodeOfError, exitCodes } from '../../server/src/cli/exitCodes.js';
import { parseConfiguration } from '../../server/src/config/parseConfiguration.js';
import { assertSupported } from '../../server/src/config/unsupported.js';
import type { ErrorCategory } from '../../server/src/errors/DocbridgeError.js';
import { NotSupportedYetError } from '../../server/src/errors/usageErrors.js';
import { findingCodes } from '../../server/src/language/findingCodes.js';
import { manifest } from './Lockfile.js';
import { exists, filesIn, text } from './projectFiles.js';
import { column, codes, section, tables } from './markdownTables.js';

const readme = text('README.md');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', /\.md$/u)];

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string }[];
  readonly menus: {
    readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
  };
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: string | boolean | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const contributes = manifest()['contributes'] as Contributes;

/** Keys of a binding with their schemas: "commit.message" for a key in an object. */
function keysOf({ properties = {} }: Schema): readonly (readonly [key: string, schema: Schema])[] {
  return Object.entries(properties).flatMap(([key, schema]) =>
    schema.properties === undefined
      ? [[key, schema] as const]
      : keysOf(schema).map(([inner, value]) => [`${key}.${inner}`, value] as const),
  );
}

const binding = (JSON.parse(text('server/schemas/docbridge.schema.json')) as Schema).properties?.['bindings']
  ?.items;
const keys = keysOf(binding ?? {});

suite('README: the demo', () => {
  test("tells the demo's own chapters and claims", () => {
    const demo = filesIn('server/src/cli/demo', /\.ts$/u).map(text).join('\n');
    const transcript = /```text\n(.*?)```/su.exec(section(readme, 'Try it'))?.[1] ?? '';
    const chapters = [...transcript.matchAll(/^\d {2}(.+)$/gmu)].map(([, title = '']) => title);
    const claims = [...transcript.matchAll(/^ {3}✔ (?!handbook )([^"\n]+)/gmu)].map(([, claim = '']) =>
      claim.trim(),
    );
    const declared = [...demo.matchAll(/narrator\.step\(\s*'([^']+)'/gu)].map(([, title]) => title);
    assert.equal(chapters.length, declared.length);
    assert.ok(claims.length > 3);
    assert.deepEqual(
      [...chapters, ...claims].filter((line) => !demo.includes(line)),
      [],
    );
  });
});

suite('README: configuration', () => {
  const [rows = []] = tables(section(readme, 'Configuration'));

  test('describes the keys of docbridge.schema.json and no others', () => {
    assert.deepEqual(
      column(rows, 0).flatMap(codes),
      keys.map(([key]) => key),
    );
  });

  test('states the defaults of the schema', () => {
    for (const [index, [key, schema]] of keys.entries()) {
      const { default: value } = schema;
      if (value === undefined || value === '' || typeof value === 'object') continue;
      assert.deepEqual(codes(rows[index]?.[2] ?? ''), [String(value)], key);
    }
  });

  test('names the values that are carried out, and refuses the others', () => {
    for (const [index, [key, schema]] of keys.entries()) {
      const values = schema.enum ?? (key === 'autoSync' ? [true, false] : []);
      const { carried, refused } = sortValues(key, values);
      if (refused.length === 0) continue;
      const named = codes(rows[index]?.[1] ?? '');
      for (const value of carried) assert.ok(named.includes(value), `${key}: ${value} is named`);
      for (const value of refused) assert.ok(!named.includes(value), `${key}: ${value} is not named`);
    }
  });

  test('gives an example that can be used', () => {
    const example = /```json\n(.*?)```/su.exec(section(readme, 'Configuration'))?.[1] ?? '';
    const { bindings } = parseConfiguration(example, 'README.md');
    assert.equal(bindings.length, 1);
    for (const each of bindings) assert.doesNotThrow(() => assertSupported(each));
  });
});

/** Which values of a key this version carries out. */
function sortValues(key: string, values: readonly (string | boolean)[]) {
  const carried: string[] = [];
  const refused: string[] = [];
  for (const value of values) {
    const written: Record<string, unknown> = {
      name: 'a',
      platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p' },
      repository: { url: 'https://github.com/acme/a.git' },
    };
    const [first = '', second] = key.split('.');
    const inner = written[first];
    written[first] =
      second === undefined ? value : { ...(typeof inner === 'object' ? inner : {}), [second]: value };
    const [resolved] = parseConfiguration(JSON.stringify({ bindings: [written] }), 'f').bindings;
    assert.ok(resolved);
    try {
      assertSupported(resolved);
      carried.push(String(value));
    } catch (error) {
      if (!(error instanceof NotSupportedYetError)) throw error;
      refused.push(String(value));
    }
  }
  return { carried, refused };
}

suite('README: VS Code', () => {
  const [commandRows = [], settingRows = []] = tables(section(readme, 'In VS Code'));

  test('describes the commands of the palette and no others', () => {
    const titles = JSON.parse(text('package.nls.json')) as Readonly<Record<string, string>>;
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const inPalette = contributes.commands
      .filter(({ command }) => !hidden.some((each) => each.command === command))
      .map(({ title }) => titles[title.slice(1, -1)] ?? title);
    const described = column(commandRows, 0).flatMap((cell) => cell.split(', '));
    assert.deepEqual(described.toSorted(), inPalette.toSorted());
  });

  test('describes the settings and their defaults', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(column(settingRows, 0).flatMap(codes), Object.keys(properties));
    for (const [name = '', meaning = ''] of settingRows) {
      const value = properties[codes(name)[0] ?? '']?.default;
      assert.ok(meaning.endsWith(`(${String(value)})`), `${name}: ${String(value)}`);
    }
  });

  test('names the oldest editor and the oldest Node that work', () => {
    const { engines } = manifest();
    assert.ok(readme.includes(`VS Code ${String(engines['vscode']).replace(/^\^|\.0$/gu, '')} or later`));
    assert.ok(readme.includes(`Node ${String(engines['node']).replace(/^>=|\.0$/gu, '')} or later`));
  });
});

suite('README: command line', () => {
  const [commandRows = [], exitRows = [], schemaRows = []] = tables(section(readme, 'On the command line'));

  test('describes the commands and no others', () => {
    const declared = filesIn('server/src/cli/commands', /\.ts$/u).flatMap((path) =>
      [...text(path).matchAll(/\.command\('([a-z]+)'\)|^ {4}name: '([a-z]+)',$/gmu)].map(
        ([, one, other]) => one ?? other,
      ),
    );
    const described = column(commandRows, 0)
      .flatMap(codes)
      .map((usage) => /^[a-z]+/u.exec(usage)?.[0]);
    assert.ok(declared.length > 10);
    assert.deepEqual(described.toSorted(), declared.toSorted());
  });

  test('shows options that exist', () => {
    const sources = ['server/src/cli/runCommandLine.ts', ...filesIn('server/src/cli/commands', /\.ts$/u)].map(
      text,
    );
    const shown = [...section(readme, 'On the command line').matchAll(/--[a-z][a-z-]+/gu)].map(
      ([option]) => option,
    );
    const missing = shown.filter(
      (option) =>
        option !== '--help' && !sources.some((source) => new RegExp(`'[^']*${option}\\b`, 'u').test(source)),
    );
    assert.deepEqual(missing, []);
  });

  test('describes the exit codes and no others', () => {
    assert.deepEqual(
      column(exitRows, 0).map(Number),
      Object.values(exitCodes).toSorted((a, b) => a - b),
    );
  });

  test('names schemas that exist, and every schema of an output', () => {
    const named = column(schemaRows, 0).flatMap(codes);
    for (const name of named) assert.ok(exists(`server/schemas/${name}`), name);
    const inputs = ['app', 'docbridge', 'frontMatter', 'meta'].map((name) => `${name}.schema.json`);
    const outputs = filesIn('server/schemas', /\.schema\.json$/u)
      .map((path) => path.slice('server/schemas/'.length))
      .filter((name) => !inputs.includes(name));
    assert.deepEqual(named.toSorted(), outputs);
  });
});

suite('README: errors', () => {
  const sources = filesIn('server/src', /\.ts$/u).map(text).join('\n');
  const [rows = []] = tables(section(readme, 'When something goes wrong'));

  /** Error code → its category, from the error classes. */
  const categories = new Map(
    [...sources.matchAll(/super\(\s*'([a-z-]+)',\s*'([a-z]+)'/gu)].map(([, code, category]) => [
      code ?? '',
      category as ErrorCategory,
    ]),
  );

  test('names codes that exist', () => {
    const others = [...sources.matchAll(/\bcode: '([a-z-]+)'/gu)].map(([, code = '']) => code);
    const known = new Set([...categories.keys(), ...others, ...Object.keys(findingCodes)]);
    const named = column(rows, 1)
      .flatMap(codes)
      .filter((word) => !['check', 'docbridge-node'].includes(word));
    assert.ok(named.length > 15);
    assert.deepEqual(
      named.filter((code) => !known.has(code)),
      [],
    );
  });

  test('states the exit code of each', () => {
    for (const cell of column(rows, 1)) {
      const stated = /, (\d+)\)?(?:;|$)/u.exec(cell)?.[1];
      // A run that leaves items out has one code for all of their reasons.
      const [code = '', ...more] = codes(cell);
      for (const each of code === 'items-failed' ? [code] : [code, ...more]) {
        const category = categories.get(each);
        if (category === undefined) continue;
        const expected = exitCodeOfError({ code: each, category, message: '', data: {} });
        assert.equal(Number(stated), expected, cell);
      }
    }
  });
});

suite('the documents', () => {
  test('name scripts that exist', () => {
    const { scripts } = manifest();
    const named = documents.flatMap((path) =>
      [...text(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/gu)].map(
        ([, one, other]) => one ?? other ?? '',
      ),
    );
    assert.ok(named.length > 8);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  test('name variables that exist', () => {
    const sources = [
      ...filesIn('server/src', /\.ts$/u),
      ...filesIn('test/support', /\.(ts|mjs)$/u),
      ...filesIn('scripts', /\.(ts|mjs)$/u),
    ].map(text);
    const named = documents.flatMap((path) => [...text(path).matchAll(/\bDOCBRIDGE_[A-Z]+(?:_[A-Z]+)*/gu)]);
    assert.ok(named.length > 8);
    const missing = named
      .map(([name]) => name)
      .filter((name) => !sources.some((source) => new RegExp(`\\b${name}\\b`, 'u').test(source)));
    assert.deepEqual(missing, []);
  });

  for (const path of documents) {
    test(`link to what exists: ${path}`, () => {
      const links = [...text(path).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
      const broken = links
        .filter((target) => !/^https?:/u.test(target))
        .filter((target) => !leads(path, target));
      assert.deepEqual(broken, []);
    });
  }

  test('show no SVG in the README: the extension package takes none', () => {
    const images = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)|<img[^>]+src="([^"]+)"/gu)];
    assert.ok(images.length > 0);
    assert.deepEqual(
      images.map(([, one, other]) => one ?? other ?? '').filter((target) => target.endsWith('.svg')),
      [],
    );
  });

  test('tell of this version in the changelog', () => {
    const version = String(manifest()['version']).replaceAll('.', '\\.');
    assert.match(text('CHANGELOG.md'), new RegExp(`^## ${version} - \\d{4}-\\d{2}-\\d{2}$`, 'mu'));
  });
});

/** Whether a link leads to a file, and to a heading in it when it names one. */
function leads(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#', 2);
  const path = file === '' ? from : join(dirname(from), file);
  if (!exists(path)) return false;
  if (anchor === undefined) return true;
  const headings = [...text(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/gu, '')
      .replaceAll(/\s/gu, '-'),
  );
  return headings.includes(anchor);
}
