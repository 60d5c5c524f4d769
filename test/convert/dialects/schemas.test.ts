import assert from 'node:assert/strict';
import { getSchema } from '@tiptap/core';
import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import { fromTiptapNames } from '../../../server/src/convert/dialects/translate.js';
import { downgrade } from '../../../server/src/convert/downgrade.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { Dialect, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { documents } from '../support/documents.js';
import { officialExtensions } from '../support/officialExtensions.js';
import { checkDocument, officialSchema } from '../support/schema.js';
import { CONSTRUCTS, MISBUILT } from './constructs.js';
import { docmostSchema } from './docmostSchema.js';
import { outlineSchema } from './outlineSchema.js';

const SCHEMAS: Readonly<Record<Dialect, typeof officialSchema>> = {
  tiptap: officialSchema,
  ondoki: getSchema(officialExtensions({ blockImages: true })),
  outline: outlineSchema,
  docmost: docmostSchema,
};

function official(markdown: string, dialect: Dialect): TiptapDocument {
  return markdownToTiptap(markdown, { dialect, schema: 'official' }).value.doc;
}

/** ProseMirror passes over attributes that it does not know; a platform has no use for them. */
function unknownAttributes(node: TiptapNode, schema: typeof officialSchema): readonly string[] {
  const known = schema.nodes[node.type]?.spec.attrs ?? {};
  const own = Object.keys(node.attrs ?? {}).filter((name) => !Object.hasOwn(known, name));
  const ofMarks = (node.marks ?? []).flatMap((mark) =>
    Object.keys(mark.attrs ?? {})
      .filter((name) => !Object.hasOwn(schema.marks[mark.type]?.spec.attrs ?? {}, name))
      .map((name) => `${mark.type}.${name}`),
  );
  const inner = (node.content ?? []).flatMap((child) => unknownAttributes(child, schema));
  return [...own.map((name) => `${node.type}.${name}`), ...ofMarks, ...inner];
}

/** Nodes that nobody knows go back as they are. */
function withoutForeign<T extends TiptapNode>(node: T): T {
  const content = node.content?.filter(({ type }) => type !== 'foreign').map(withoutForeign);
  return content === undefined ? node : { ...node, content };
}

function at(doc: TiptapNode, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], doc);
}

for (const dialect of ['tiptap', 'ondoki', 'outline', 'docmost'] as const) {
  suite(`what a platform of the dialect ${dialect} gets`, () => {
    test("fits its schema, for each of CommonMark's examples", () => {
      for (const { markdown, number } of tests) {
        const doc = official(markdown, dialect);
        assert.doesNotThrow(() => {
          checkDocument(SCHEMAS[dialect], doc);
        }, `example ${number}: ${markdown}`);
        assert.deepEqual(unknownAttributes(doc, SCHEMAS[dialect]), [], `example ${number}`);
      }
    });

    test('fits its schema, for any document', () => {
      fc.assert(
        fc.property(documents('hostile'), (doc) => {
          const lowered = fromTiptapNames(downgrade(doc, dialect).value, dialect);
          checkDocument(SCHEMAS[dialect], lowered);
          assert.deepEqual(
            unknownAttributes(lowered, SCHEMAS[dialect]).filter((name) => !name.endsWith('.textAlign')),
            [],
          );
        }),
      );
    });

    for (const [name, markdown] of CONSTRUCTS) {
      test(`fits its schema: ${name}`, () => {
        const { value, notices } = markdownToTiptap(markdown, { dialect, schema: 'official' });
        checkDocument(SCHEMAS[dialect], value.doc);
        for (const { code, pointer } of notices) {
          if (code !== 'downgraded') continue;
          assert.notEqual(at(value.doc, pointer ?? ''), undefined, pointer);
        }
      });
    }

    for (const [name, markdown] of MISBUILT) {
      test(`fits its schema: ${name}`, () => {
        checkDocument(SCHEMAS[dialect], withoutForeign(official(markdown, dialect)));
      });
    }
  });
}
