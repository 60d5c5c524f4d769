// @tiptap/markdown on marked; HTML becomes text, because it finds no DOM here.
import { Image } from '@tiptap/extension-image';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { MarkdownManager } from '@tiptap/markdown';
import { StarterKit } from '@tiptap/starter-kit';

export function create() {
  const manager = new MarkdownManager({
    extensions: [StarterKit, TableKit, TaskList, TaskItem, Image.configure({ inline: true })],
  });
  return {
    parse: (markdown) => manager.parse(markdown),
    serialise: (json) => manager.serialize(json),
  };
}
