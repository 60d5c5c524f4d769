import type { Literal } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import type { Handle, Options } from 'mdast-util-to-markdown';
import type { Reused } from './reuseSources.js';
import type { WrittenStyle } from './WrittenStyle.js';

/**
 * What mdast-util-to-markdown has to know to write what our parser reads. Unless `careful`, colons keep from looking
 * like directives: the parser reads few of them, and time and prose are full of colons.
 */
export function ownNodes({ tablePipeAlign }: WrittenStyle, careful: boolean): readonly Options[] {
  const { handlers, unsafe } = directiveToMarkdown();
  return [
    gfmToMarkdown({ tablePipeAlign: tablePipeAlign === true }),
    mathToMarkdown(),
    { handlers, unsafe: careful ? unsafe : [] },
    {
      handlers: {
        yaml: fenced('---'),
        toml: fenced('+++'),
        emoji: ({ value }: Literal) => `:${value}:`,
        verbatim: literal,
        inlineVerbatim: literal,
        docbridgeReused: Object.assign(reused, { peek: peekReused }),
      },
    },
  ];
}

function fenced(fence: string): Handle {
  return ({ value }: Literal) => `${fence}\n${value === '' ? '' : `${value}\n`}${fence}`;
}

function literal({ value }: Literal): string {
  return value;
}

const reused: Handle = (node: Reused, _, state, info) => {
  const { before, value, after } = node;
  if (value === '') return before + after;
  const escaped = state.safe(value, {
    ...info,
    before: before === '' ? info.before : before,
    after: after === '' ? info.after : after,
  });
  return before + escaped + after;
};

const peekReused: Handle = (node: Reused, _, state, info) => reused(node, undefined, state, info).charAt(0);
