import { markupOf } from '../attributes.js';
import { isBare } from '../marks/link.js';
import { DEFAULT_STYLE, type Style } from '../print/style.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';

type Votes = ReadonlyMap<string, Map<string, number>>;

/** The style that a document that was read is mostly written in; what it does not show is as usual. */
export function detectStyle(blocks: readonly TiptapNode[]): Style {
  const votes: Votes = new Map(
    ['bullet', 'ordered', 'emphasis', 'strong', 'rule', 'fence', 'break', 'autolink'].map((key) => [
      key,
      new Map(),
    ]),
  );
  const vote = (key: string, value: string): void => {
    const counts = votes.get(key);
    counts?.set(value, (counts.get(value) ?? 0) + 1);
  };
  const visit = (node: TiptapNode): void => {
    voteNode(node, vote);
    for (const mark of node.marks ?? []) voteMark(mark, node, vote);
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  const winner = (key: string): string | undefined => mostVoted(votes.get(key));
  return {
    bullet: oneOf(['-', '*', '+'], winner('bullet')) ?? DEFAULT_STYLE.bullet,
    ordered: oneOf(['.', ')'], winner('ordered')) ?? DEFAULT_STYLE.ordered,
    emphasis: oneOf(['*', '_'], winner('emphasis')) ?? DEFAULT_STYLE.emphasis,
    strong: oneOf(['**', '__'], winner('strong')) ?? DEFAULT_STYLE.strong,
    rule: winner('rule') ?? DEFAULT_STYLE.rule,
    fence: oneOf(['`', '~'], winner('fence')) ?? DEFAULT_STYLE.fence,
    hardBreak: oneOf(['backslash', 'spaces'], winner('break')) ?? DEFAULT_STYLE.hardBreak,
    autolink: oneOf(['angle', 'bare'], winner('autolink')) ?? DEFAULT_STYLE.autolink,
  };
}

function voteNode(node: TiptapNode, vote: (key: string, value: string) => void): void {
  const markup = markupOf(node);
  const written = (name: string, usual: string): string => {
    const value = markup[name];
    return typeof value === 'string' ? value : usual;
  };
  if (node.type === 'bulletList' || node.type === 'taskList') vote('bullet', written('bullet', '-'));
  else if (node.type === 'orderedList') vote('ordered', written('delimiter', '.'));
  else if (node.type === 'horizontalRule') vote('rule', written('rule', '---'));
  else if (node.type === 'codeBlock') vote('fence', written('fence', '`').charAt(0));
  else if (node.type === 'hardBreak')
    vote('break', written('break', '\\').startsWith(' ') ? 'spaces' : 'backslash');
}

function voteMark(mark: TiptapMark, node: TiptapNode, vote: (key: string, value: string) => void): void {
  const { delimiter } = markupOf(mark);
  if (mark.type === 'italic') vote('emphasis', delimiter === '_' ? '_' : '*');
  else if (mark.type === 'bold') vote('strong', delimiter === '__' ? '__' : '**');
  else if (mark.type === 'link' && mark.attrs?.['href'] === node.text)
    vote('autolink', isBare(mark) ? 'bare' : 'angle');
}

function mostVoted(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [value, count] of counts ?? []) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((candidate) => candidate === value);
}
