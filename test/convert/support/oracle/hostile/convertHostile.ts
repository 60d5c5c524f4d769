/** Child process: takes names of hostile inputs, converts them there and back, and answers how each ended. */
import { DocbridgeError } from '../../../../../server/src/errors/DocbridgeError.js';
import { markdownToTiptap } from '../../../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument } from '../../../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../../../server/src/convert/tiptapToMarkdown.js';
import { HOSTILE_MARKDOWN, OPEN_HOSTILE_MARKDOWN } from './hostileMarkdown.js';
import { HOSTILE_TIPTAP, OPEN_HOSTILE_TIPTAP } from './hostileTiptap.js';
import type { HostileAnswer, HostileQuestion } from './HostileProcess.js';

process.on('message', ({ form, name }: HostileQuestion) => {
  const started = process.hrtime.bigint();
  const ending = form === 'markdown' ? endOf(() => throughMarkdown(name)) : endOf(() => throughTiptap(name));
  const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
  const answer: HostileAnswer = { ...ending, milliseconds, polluted: 'polluted' in {} };
  process.send?.(answer);
});

/** Markdown -> TipTap -> Markdown; what is not refused has to come back as it was, mixed line ends aside. */
function throughMarkdown(name: string): string {
  const source = (HOSTILE_MARKDOWN.get(name) ?? OPEN_HOSTILE_MARKDOWN.get(name))?.() ?? '';
  const { value } = markdownToTiptap(source);
  const { value: printed } = tiptapToMarkdown(value);
  return evenLines(printed) === evenLines(source) ? 'value' : 'another text';
}

function evenLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** TipTap -> Markdown -> TipTap. */
function throughTiptap(name: string): string {
  const doc = JSON.parse(
    (HOSTILE_TIPTAP.get(name) ?? OPEN_HOSTILE_TIPTAP.get(name))?.() ?? '{}',
  ) as TiptapDocument;
  const { value } = tiptapToMarkdown({ doc });
  markdownToTiptap(value);
  return 'value';
}

function endOf(convert: () => string): Pick<HostileAnswer, 'end' | 'detail'> {
  try {
    const end = convert();
    return { end: end === 'value' ? 'value' : 'failure', detail: end };
  } catch (error) {
    if (error instanceof DocbridgeError) return { end: 'error', detail: error.code };
    return { end: 'failure', detail: String(error).slice(0, 300) };
  }
}
