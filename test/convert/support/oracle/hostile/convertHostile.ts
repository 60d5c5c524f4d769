/** Child process: takes names of hostile inputs, converts them there and back, and answers how each ended. */
import { DocbridgeError } from '../../../../../server/src/errors/DocbridgeError.js';
import type { ConvertOptions, TiptapFile } from '../../../../../server/src/convert/conversion.js';
import { mapNodes } from '../../../../../server/src/convert/mapNodes.js';
import { markdownToTiptap } from '../../../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument } from '../../../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../../../server/src/convert/tiptapToMarkdown.js';
import { HOSTILE_MARKDOWN } from './hostileMarkdown.js';
import { HOSTILE_TIPTAP } from './hostileTiptap.js';
import type { HostileAnswer, HostileQuestion } from './HostileProcess.js';

let longest = 0;

process.on('message', ({ form, name, base }: HostileQuestion) => {
  longest = 0;
  const convert = form === 'markdown' ? throughMarkdown : throughTiptap;
  const ending = endOf(() => convert(name, base));
  const answer: HostileAnswer = { ...ending, milliseconds: longest, polluted: 'polluted' in {} };
  process.send?.(answer);
});

/** Markdown -> TipTap -> Markdown; what is not refused has to come back as it was, mixed line ends aside. */
function throughMarkdown(name: string, base: boolean): string {
  const source = HOSTILE_MARKDOWN.get(name)?.() ?? '';
  const file = read(source);
  if (base) {
    overBase(source, file);
    return 'value';
  }
  return evenLines(write(file)) === evenLines(source) ? 'value' : 'another text';
}

/** TipTap -> Markdown -> TipTap. */
function throughTiptap(name: string, base: boolean): string {
  const text = HOSTILE_TIPTAP.get(name)?.() ?? '{}';
  const doc = JSON.parse(text) as TiptapDocument;
  const markdown = write({ doc });
  if (base) overBase(markdown, { doc });
  else read(markdown);
  return 'value';
}

/** Lays edits over a base: one of every word, and one that takes the first block out and puts another behind the last. */
function overBase(markdown: string, { doc }: TiptapFile): void {
  const base = { markdown, tiptap: doc };
  // A document that was not seen before: nothing of it is remembered.
  const fresh = (): ConvertOptions => ({ base: { markdown, tiptap: { ...doc } } });
  write(
    { doc: mapNodes(doc, (node) => (node.text === undefined ? node : { ...node, text: turned(node.text) })) },
    fresh(),
  );
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'c' }] };
  write({ doc: { ...doc, content: [...(doc.content ?? []).slice(1), paragraph] } }, fresh());
  read(turned(markdown), { base });
  read(`${markdown}\n\nc\n`, { base });
}

function turned(text: string): string {
  return text.replace(/[ab]/g, (letter) => (letter === 'a' ? 'b' : 'a'));
}

function read(source: string, options: ConvertOptions = {}): TiptapFile {
  return timed(() => markdownToTiptap(source, options).value);
}

function write(file: TiptapFile, options: ConvertOptions = {}): string {
  return timed(() => tiptapToMarkdown(file, options).value);
}

function timed<T>(convert: () => T): T {
  const started = process.cpuUsage();
  try {
    return convert();
  } finally {
    const { user, system } = process.cpuUsage(started);
    longest = Math.max(longest, Math.round((user + system) / 1000));
  }
}

function evenLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function endOf(convert: () => string): Pick<HostileAnswer, 'end' | 'detail'> {
  try {
    const end = convert();
    return { end: end === 'value' ? 'value' : 'failure', detail: end };
  } catch (error) {
    if (error instanceof DocbridgeError) return { end: 'error', detail: error.code };
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { end: 'failure', detail: stack.slice(0, 600) };
  }
}
