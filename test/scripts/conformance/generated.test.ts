import assert from 'node:assert/strict';
import { editsOf } from '../../../scripts/conformance/edits/editsOf.js';
import { Random } from '../../../scripts/conformance/edits/Random.js';
import { DOCUMENT_CLASSES } from '../../../scripts/conformance/generate/DocumentClass.js';
import { documentOf, documents } from '../../../scripts/conformance/generate/documents.js';
import { readOptions } from '../../../scripts/conformance/options.js';
import { schemaProblem } from '../../../scripts/conformance/schemaView.js';
import { officialSchema } from '../../convert/support/schema.js';

suite('generated documents', () => {
  for (const of of DOCUMENT_CLASSES) {
    test(`${of.name}: fit the official schema, each seed always the same one`, () => {
      const arbitrary = documents(of);
      const texts = new Set<string>();
      for (let seed = 0; seed < 40; seed += 1) {
        const doc = documentOf(arbitrary, seed);
        assert.equal(schemaProblem(officialSchema, doc), undefined);
        assert.deepEqual(documentOf(documents(of), seed), doc);
        texts.add(JSON.stringify(doc));
      }
      assert.ok(texts.size > 30);
    });
  }

  test('hold every node and mark of the classes', () => {
    const [, , , full] = DOCUMENT_CLASSES;
    assert.ok(full !== undefined);
    const all = Array.from({ length: 200 }, (_, seed) =>
      JSON.stringify(documentOf(documents(full), seed)),
    ).join('');
    const types = [...Object.keys(officialSchema.nodes), ...Object.keys(officialSchema.marks)];
    assert.deepEqual(
      types.filter((type) => !all.includes(`"type":"${type}"`)),
      [],
    );
    for (const attribute of ['colspan', 'rowspan', 'colwidth', 'align', 'textAlign', 'color', 'width']) {
      assert.ok(all.includes(`"${attribute}":`), attribute);
    }
  });

  test('can be edited in many ways, each of them a document', () => {
    const kinds = new Set<string>();
    for (const of of DOCUMENT_CLASSES) {
      const doc = documentOf(documents(of), 3);
      for (const edit of editsOf(doc)) {
        const edited = edit.apply(new Random(edit.kind));
        assert.notDeepEqual(edited.doc, doc, edit.kind);
        assert.ok(edited.before !== undefined || edited.after !== undefined, edit.kind);
        kinds.add(edit.kind);
      }
    }
    assert.ok(kinds.size > 20);
  });
});

suite('options of the conformance script', () => {
  test('have defaults', () => {
    const { full, json, groups, seed, failures } = readOptions([]);
    assert.deepEqual(
      { full, json, groups: groups.length, seed, failures },
      {
        full: false,
        json: false,
        groups: 6,
        seed: undefined,
        failures: 5,
      },
    );
  });

  test('name groups and a seed', () => {
    const options = readOptions([
      '--only',
      'gfm',
      '--only',
      'cases',
      '--seed',
      '12',
      '--class',
      'core plain',
    ]);
    assert.deepEqual(options.groups, ['gfm', 'cases']);
    assert.equal(options.seed, 12);
    assert.equal(options.documentClass, 'core plain');
  });

  for (const args of [['--only', 'x'], ['--seed', '-1'], ['--seeds', 'a'], ['--nothing']]) {
    test(`are refused: ${args.join(' ')}`, () => {
      assert.throws(() => readOptions(args), TypeError);
    });
  }
});
