import type { Extensions } from '@tiptap/core';
import { Audio } from '@tiptap/extension-audio';
import { Details, DetailsContent, DetailsSummary } from '@tiptap/extension-details';
import { Emoji } from '@tiptap/extension-emoji';
import { Highlight } from '@tiptap/extension-highlight';
import { Image } from '@tiptap/extension-image';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Mathematics } from '@tiptap/extension-mathematics';
import { Mention } from '@tiptap/extension-mention';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import { TextAlign } from '@tiptap/extension-text-align';
import { TextStyleKit } from '@tiptap/extension-text-style';
import { Twitch } from '@tiptap/extension-twitch';
import { UniqueID } from '@tiptap/extension-unique-id';
import { Youtube } from '@tiptap/extension-youtube';
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit';

export interface OfficialOptions {
  /** Images stand between blocks (the extension's default) and not inside lines. */
  readonly blockImages?: boolean;
  readonly starterKit?: Partial<StarterKitOptions>;
}

/** TipTap's official extensions that bring nodes or marks, each as it is. */
export function officialExtensions(options: OfficialOptions = {}): Extensions {
  return [
    StarterKit.configure(options.starterKit ?? {}),
    TaskList,
    TaskItem.configure({ nested: true }),
    Image.configure({ inline: options.blockImages !== true }),
    TableKit,
    Details,
    DetailsSummary,
    DetailsContent,
    Mathematics,
    Mention,
    Emoji,
    Youtube,
    Twitch,
    Audio,
    Highlight.configure({ multicolor: true }),
    Subscript,
    Superscript,
    TextStyleKit,
    TextAlign.configure({ types: ['heading', 'paragraph'] }),
    UniqueID.configure({ types: ['heading', 'paragraph'] }),
  ];
}
