import { markdownToTiptap } from '../../convert/markdownToTiptap.js';
import { ToTiptapRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

export const toTiptap = onRequest(ToTiptapRequest, ({ markdown, dialect, flavour, base }) => {
  const { value, notices } = markdownToTiptap(markdown, {
    ...(dialect === undefined ? {} : { dialect }),
    ...(flavour === undefined ? {} : { flavour }),
    ...(base === undefined ? {} : { base }),
  });
  const frontMatter = value.frontMatter === undefined ? {} : { frontMatter: value.frontMatter };
  return Promise.resolve({ tiptap: value.doc, ...frontMatter, notices });
});
