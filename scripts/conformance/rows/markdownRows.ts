import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapFile } from '../../../server/src/convert/conversion.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { extendedSchema, officialSchema } from '../../../test/convert/support/schema.js';
import { attempt } from '../attempt.js';
import type { Judge, Verdict } from '../judge/Judge.js';
import type { Failure } from '../Row.js';
import { declaredOnly, schemaProblem, throughEditor } from '../schemaView.js';
import { firstDifference, shorten } from '../shorten.js';

/** A Markdown text with a name that finds it again. */
export interface Text {
  readonly id: string;
  readonly markdown: string;
}

/** How the JSON is treated between reading and printing. */
export type Treatment = 'asRead' | 'declaredOnly' | 'throughEditor';

/** What a text says, told by which renderers. */
export type Rule = 'either' | 'r1' | 'r2';

const TREATMENTS: Readonly<Record<Treatment, (doc: TiptapDocument) => TiptapDocument>> = {
  asRead: (doc) => doc,
  declaredOnly: (doc) => declaredOnly(extendedSchema, doc),
  throughEditor: (doc) => throughEditor(extendedSchema, doc),
};

/** A text after Markdown -> TipTap -> Markdown without a base, or why there is none. */
export interface RoundTrip {
  readonly text: Text;
  readonly file?: TiptapFile;
  readonly result?: string;
  readonly problem?: string;
}

/** Converts each text to TipTap and back without a base. */
export function roundTrips(texts: readonly Text[], treatment: Treatment): readonly RoundTrip[] {
  return texts.map((text) => {
    const done = attempt(() => {
      const file = markdownToTiptap(text.markdown).value;
      const treated = { ...file, doc: TREATMENTS[treatment](file.doc) };
      const problem = schemaProblem(extendedSchema, file.doc);
      return {
        text,
        file,
        result: tiptapToMarkdown(treated).value,
        ...(problem === undefined ? {} : { problem: `invalid: ${problem}` }),
      };
    });
    return 'value' in done ? done.value : { text, problem: done.failure };
  });
}

/** Texts whose meaning or validity a round trip loses; `rule` names the renderers that decide. */
export function lostMeanings(
  trips: readonly RoundTrip[],
  judge: Judge,
  rule: Rule,
  options: { readonly footnotes?: boolean } = {},
): readonly Failure[] {
  const pairs = trips.map(({ text, result }) => ({
    source: body(text.markdown),
    result: body(result ?? ''),
  }));
  const verdicts = judge.verdicts(pairs, options);
  return trips.flatMap(({ text, problem }, index) => {
    if (problem !== undefined) return [{ id: text.id, detail: `${problem}; ${shorten(text.markdown)}` }];
    const pair = pairs[index];
    const verdict = verdicts[index];
    if (pair === undefined || verdict === undefined || holds(verdict, rule)) return [];
    const [source, result] = judge.both(pair, rule === 'r2' ? 'r2' : 'r1', options);
    return [{ id: text.id, detail: `${firstDifference(source, result)} in ${shorten(pair.source, 100)}` }];
  });
}

/** Front matter is no Markdown, so the renderers do not see it. */
function body(markdown: string): string {
  return markdown.replace(/^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/, '');
}

function holds({ r1, r2 }: Verdict, rule: Rule): boolean {
  if (rule === 'r1' || r2 === undefined) return r1;
  return rule === 'r2' ? r2 : r1 || r2;
}

/** Texts that a second round trip writes otherwise than the first. */
export function unstable(trips: readonly RoundTrip[]): readonly Failure[] {
  return trips.flatMap(({ text, result }) => {
    if (result === undefined) return [{ id: text.id, detail: 'no first pass' }];
    const second = attempt(() => tiptapToMarkdown(markdownToTiptap(result).value).value);
    if ('failure' in second) return [{ id: text.id, detail: second.failure }];
    return second.value === result ? [] : [{ id: text.id, detail: firstDifference(result, second.value) }];
  });
}

/** Texts that are not the same bytes again when nothing changed, with the base at hand or without. */
export function changedBytes(trips: readonly RoundTrip[], base: 'with' | 'without'): readonly Failure[] {
  return trips.flatMap(({ text, file, result }) => {
    if (file === undefined) return [{ id: text.id, detail: 'not read' }];
    const written =
      base === 'without'
        ? { value: result ?? '' }
        : attempt(() => withBase(text.markdown, file.doc, file.doc));
    if ('failure' in written) return [{ id: text.id, detail: written.failure }];
    return written.value === text.markdown
      ? []
      : [{ id: text.id, detail: firstDifference(text.markdown, written.value) }];
  });
}

/**
 * Texts that do not come back byte for byte from a plain TipTap platform: read with the declared downgrade, checked
 * against the official schema, held by an editor, written over the base.
 */
export function lostByDowngrade(texts: readonly Text[]): readonly Failure[] {
  return texts.flatMap(({ id, markdown }) => {
    const done = attempt(() => {
      const { doc } = markdownToTiptap(markdown, { schema: 'official' }).value;
      const problem = schemaProblem(officialSchema, doc);
      if (problem !== undefined) return `invalid: ${problem}`;
      const held = throughEditor(officialSchema, doc);
      const written = [
        withBase(markdown, doc, doc),
        withBase(markdown, doc, held),
        withBase(markdown, held, held),
      ];
      const other = written.find((value) => value !== markdown);
      return other === undefined ? undefined : firstDifference(markdown, other);
    });
    const detail = 'failure' in done ? done.failure : done.value;
    return detail === undefined ? [] : [{ id, detail }];
  });
}

function withBase(markdown: string, tiptap: TiptapDocument, doc: TiptapDocument): string {
  return tiptapToMarkdown({ doc }, { base: { markdown, tiptap } }).value;
}

/** Blocks that are carried as source because nothing else held them; HTML, definitions and footnotes are not among them. */
export function opaqueBlocks(trips: readonly RoundTrip[]): readonly Failure[] {
  return trips.flatMap(({ text, file }) =>
    opaqueIn(file?.doc.content ?? []).map((node) => ({
      id: text.id,
      detail: shorten(node.attrs?.['source'] ?? null),
    })),
  );
}

function opaqueIn(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  return nodes.flatMap((node) => {
    const { attrs } = node;
    const opaque = node.type === 'rawBlock' && attrs?.['kind'] === 'raw' && (attrs['data'] ?? null) === null;
    return [...(opaque ? [node] : []), ...opaqueIn(node.content ?? [])];
  });
}
