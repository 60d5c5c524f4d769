import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../server/src/convert/compare.js';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument } from '../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import { checkDocument, extendedSchema, officialSchema } from './support/schema.js';

// Real input is not part of the project: a folder of it may be named, and then more is run.
const corpus = process.env['DOCBRIDGE_CORPUS'];

if (corpus !== undefined && existsSync(corpus)) {
  suite('conversion of real input', function () {
    this.timeout(600_000);

    const cases = join(corpus, 'tiptap-cases.json');
    if (existsSync(cases)) {
      for (const { name, doc } of JSON.parse(readFileSync(cases, 'utf8')) as {
        name: string;
        doc: TiptapDocument;
      }[]) {
        test(`gives back: ${name}`, () => {
          const { value } = tiptapToMarkdown({ doc });
          const back = markdownToTiptap(value).value;
          assert.equal(canonicalJson(back.doc), canonicalJson(doc));
          assert.equal(tiptapToMarkdown(back).value, value);
        });
      }
    }

    const folder = join(corpus, 'markdown');
    for (const site of existsSync(folder) ? readdirSync(folder) : []) {
      test(`gives back every page of ${site} byte for byte, and valid documents`, () => {
        const pages = readdirSync(join(folder, site), { recursive: true })
          .map(String)
          .filter((name) => name.endsWith('.md'));
        assert.ok(pages.length > 0);
        for (const page of pages) {
          const markdown = readFileSync(join(folder, site, page), 'utf8');
          const { value } = markdownToTiptap(markdown);
          assert.equal(tiptapToMarkdown(value).value, markdown, page);
          checkDocument(extendedSchema, value.doc);
          checkDocument(officialSchema, markdownToTiptap(markdown, { schema: 'official' }).value.doc);
        }
      });
    }
  });
}
