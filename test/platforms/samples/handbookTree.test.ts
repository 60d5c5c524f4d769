import assert from 'node:assert/strict';
import { sampleContent } from '../../../server/src/platforms/embedded/samples/sampleContent.js';
import { foldersOf, nodesOf, sampleDocuments } from '../../support/sampleDocuments.js';

suite('sample handbook: tree, links, images', () => {
  const content = sampleContent();
  const folders = foldersOf(content.root);
  const documents = sampleDocuments();

  test('is as large as a small company would write', () => {
    assert.ok(documents.length >= 32, `${documents.length} documents`);
    assert.ok(folders.length - 1 >= 7, `${folders.length - 1} folders`);
    assert.equal(Math.max(...folders.map(({ path }) => path.length)), 3);
    const sizes = documents.map(({ doc }) => JSON.stringify(doc).length);
    assert.ok(
      Math.min(...sizes) > 500 && Math.max(...sizes) < 20_000,
      `${Math.min(...sizes)} to ${Math.max(...sizes)}`,
    );
  });

  test('keys are unique; every title and folder name says something', () => {
    assert.equal(new Set(documents.map(({ key }) => key)).size, documents.length);
    for (const { title } of documents) assert.equal(title, title.trim());
    for (const { folder } of folders) assert.match(folder.name, /^\p{L}[\p{L} ]+$/u);
    for (const { folder } of folders) assert.ok(folder.documents.length > 0, folder.name);
  });

  test('holds what makes paths hard: private pages, an illegal title, titles equal but for case', () => {
    assert.ok(documents.filter((document) => document.private === true).length >= 2);
    assert.ok(documents.some(({ title }) => /[<>:"/\\|?*]/.test(title)));
    const twins = folders.filter(({ folder }) => {
      const titles = folder.documents.map(({ title }) => title);
      return new Set(titles).size > new Set(titles.map((title) => title.toLowerCase())).size;
    });
    assert.equal(twins.length, 1);
  });

  test('every link between documents leads somewhere, and many documents have one', () => {
    const keys = new Set(documents.map(({ key }) => key));
    const linking = documents.filter(({ doc }) => {
      const hrefs = nodesOf(doc).flatMap((node) => (node.marks ?? []).map((mark) => mark.attrs?.['href']));
      const inner = hrefs
        .filter((href) => typeof href === 'string')
        .filter((href) => href.startsWith('doc:'));
      for (const href of inner) assert.ok(keys.has(href.slice(4)), href);
      return inner.length > 0;
    });
    assert.ok(linking.length >= 15, `${linking.length} documents with links`);
  });

  test('the images in the pages are exactly the images delivered', () => {
    const sources = documents.flatMap(({ doc }) =>
      nodesOf(doc).flatMap((node) => (node.type === 'image' ? [node.attrs?.['src']] : [])),
    );
    assert.deepEqual(new Set(sources), new Set(content.images.map(({ key }) => `image:${key}`)));
  });

  test('images are what their type says', () => {
    const magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    for (const { fileName, mime, bytes } of content.images) {
      assert.ok(bytes.length > 300 && bytes.length < 60_000, `${fileName}: ${bytes.length} bytes`);
      if (mime === 'image/png') {
        assert.match(fileName, /\.png$/);
        assert.deepEqual([...bytes.subarray(0, 8)], magic);
      } else {
        assert.equal(mime, 'image/svg+xml');
        assert.match(
          new TextDecoder().decode(bytes),
          /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*<\/svg>\n$/,
        );
      }
    }
    assert.ok(content.images.filter(({ mime }) => mime === 'image/png').length >= 2);
  });

  test('two calls give equal content', () => {
    assert.deepEqual(sampleContent(), content);
  });
});
