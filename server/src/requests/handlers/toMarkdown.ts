import { tiptapToMarkdown } from '../../convert/tiptapToMarkdown.js';
import { ToMarkdownRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

export const toMarkdown = onRequest(ToMarkdownRequest, ({ tiptap, frontMatter, dialect, base }) => {
  const file = frontMatter === undefined ? { doc: tiptap } : { doc: tiptap, frontMatter };
  const { value, notices } = tiptapToMarkdown(file, {
    ...(dialect === undefined ? {} : { dialect }),
    ...(base === undefined ? {} : { base }),
  });
  return Promise.resolve({ markdown: value, notices });
});
