import { inputSize } from '../../convert/budget/inputSize.js';
import { tiptapToMarkdown } from '../../convert/tiptapToMarkdown.js';
import { ToMarkdownRequest } from '../../protocol.js';
import { TimeBudget } from '../../node/TimeBudget.js';
import { onRequest } from '../messageHandler.js';

export const toMarkdown = onRequest(
  ToMarkdownRequest,
  ({ tiptap, frontMatter, dialect, flavour, base }, { clock }, { signal }) => {
    const file = frontMatter === undefined ? { doc: tiptap } : { doc: tiptap, frontMatter };
    const { value, notices } = tiptapToMarkdown(file, {
      ...(dialect === undefined ? {} : { dialect }),
      ...(flavour === undefined ? {} : { flavour }),
      ...(base === undefined ? {} : { base }),
      budget: new TimeBudget(clock, signal, inputSize(tiptap, base)),
    });
    return Promise.resolve({ markdown: value, notices });
  },
);
