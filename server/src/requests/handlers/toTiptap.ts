import { inputSize } from '../../convert/budget/inputSize.js';
import { markdownToTiptap } from '../../convert/markdownToTiptap.js';
import { ToTiptapRequest } from '../../protocol.js';
import { TimeBudget } from '../../node/TimeBudget.js';
import { onRequest } from '../messageHandler.js';

export const toTiptap = onRequest(
  ToTiptapRequest,
  ({ markdown, dialect, flavour, base }, { clock }, { signal }) => {
    const { value, notices } = markdownToTiptap(markdown, {
      ...(dialect === undefined ? {} : { dialect }),
      ...(flavour === undefined ? {} : { flavour }),
      ...(base === undefined ? {} : { base }),
      budget: new TimeBudget(clock, signal, inputSize(markdown, base)),
    });
    const frontMatter = value.frontMatter === undefined ? {} : { frontMatter: value.frontMatter };
    return Promise.resolve({ tiptap: value.doc, ...frontMatter, notices });
  },
);
