// tiptap-markdown 0.9.0 on markdown-it: it reads through innerHTML, so it works in an editor without a view on a DOM.
import { Editor } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { createNodeFromContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { Markdown } from 'tiptap-markdown';

export const needsDom = true;

export function create() {
  const editor = new Editor({
    element: null,
    extensions: [
      StarterKit,
      TableKit,
      TaskList,
      TaskItem,
      Image.configure({ inline: true }),
      Markdown.configure({ html: true }),
    ],
  });
  const { parser, serializer } = editor.storage.markdown;
  return {
    parse: (markdown) =>
      createNodeFromContent(parser.parse(markdown), editor.schema, { slice: false }).toJSON(),
    serialise: (json) => serializer.serialize(editor.schema.nodeFromJSON(json)),
  };
}
