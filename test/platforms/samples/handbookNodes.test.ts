import assert from 'node:assert/strict';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import { allMarkTypes, allNodeTypes, nodesOf, sampleDocuments } from '../../support/sampleDocuments.js';

type Test = (node: TiptapNode) => boolean;

const words = (node: TiptapNode): string =>
  nodesOf(node)
    .map((child) => child.text ?? '')
    .join('');
const kinds = (node: TiptapNode): readonly string[] => (node.content ?? []).map((child) => child.type);
const has =
  (type: string, name: string, value?: unknown): Test =>
  (node) =>
    node.type === type &&
    node.attrs?.[name] !== undefined &&
    (value === undefined || node.attrs[name] === value);
const marked =
  (type: string, name?: string): Test =>
  (node) =>
    node.marks?.some(
      (mark) => mark.type === type && (name === undefined || mark.attrs?.[name] !== undefined),
    ) ?? false;
const within =
  (outer: string, inner: string): Test =>
  (node) =>
    node.type === outer &&
    nodesOf(node)
      .slice(1)
      .some((child) => child.type === inner);
const rowsOf = (node: TiptapNode): readonly (readonly string[])[] =>
  node.type === 'table' ? (node.content ?? []).map(kinds) : [];
const isCell: Test = (node) => node.type === 'tableCell' || node.type === 'tableHeader';
const paragraphSaying =
  (pattern: RegExp): Test =>
  (node) =>
    node.type === 'paragraph' && pattern.test(words(node));

const constructs: Readonly<Record<string, Test>> = {
  'heading 1': has('heading', 'level', 1),
  'heading 2': has('heading', 'level', 2),
  'heading 3': has('heading', 'level', 3),
  'heading 4': has('heading', 'level', 4),
  'heading 5': has('heading', 'level', 5),
  'heading 6': has('heading', 'level', 6),
  'heading, aligned': has('heading', 'textAlign', 'center'),
  'heading, empty': (node) => node.type === 'heading' && node.content === undefined,
  'heading with a break': within('heading', 'hardBreak'),
  'heading with a mark': (node) => node.type === 'heading' && nodesOf(node).some(marked('subscript')),
  'paragraph, centred': has('paragraph', 'textAlign', 'center'),
  'paragraph, right': has('paragraph', 'textAlign', 'right'),
  'paragraph, justified': has('paragraph', 'textAlign', 'justify'),
  'paragraph, empty': (node) =>
    node.type === 'doc' &&
    (node.content ?? []).some((child) => kinds(child).length === 0 && child.type === 'paragraph'),
  'two empty paragraphs': (node) =>
    (node.content ?? []).some((child, index, all) =>
      [child, all[index + 1]].every((one) => one?.type === 'paragraph' && one.content === undefined),
    ),
  'block ids': has('paragraph', 'id'),
  'code inside a word': (node) => marked('code')(node) && /`|\|/.test(node.text ?? ''),
  'italic within bold': (node) => marked('bold')(node) && marked('italic')(node),
  'link with title': marked('link', 'title'),
  'link with editor attributes': marked('link', 'target'),
  'link with parentheses': (node) =>
    node.marks?.some((mark) => /[()]/.test(JSON.stringify(mark.attrs?.['href'] ?? ''))) ?? false,
  'bold link': (node) => marked('link')(node) && marked('bold')(node),
  'highlight with colour': marked('highlight', 'color'),
  'highlight, plain': (node) => node.marks?.some((mark) => mark.type === 'highlight' && !mark.attrs) ?? false,
  'text colour': marked('textStyle', 'color'),
  'text background': marked('textStyle', 'backgroundColor'),
  'font family': marked('textStyle', 'fontFamily'),
  'font size': marked('textStyle', 'fontSize'),
  'comment mark': marked('comment', 'commentId'),
  'break in a cell': within('tableCell', 'hardBreak'),
  'nested bullet list': within('bulletList', 'bulletList'),
  'bullet in ordered': within('orderedList', 'bulletList'),
  'ordered in ordered': within('orderedList', 'orderedList'),
  'list that starts at 4': has('orderedList', 'start', 4),
  'list with letters': has('orderedList', 'type', 'a'),
  'item with two paragraphs': (node) =>
    node.type === 'listItem' && kinds(node).filter((kind) => kind === 'paragraph').length > 1,
  'item with code': within('listItem', 'codeBlock'),
  'item with quote': within('listItem', 'blockquote'),
  'item with table': within('listItem', 'table'),
  'item, empty': (node) => node.type === 'listItem' && words(node) === '' && nodesOf(node).length === 2,
  'adjacent lists': (node) =>
    kinds(node).some((kind, index, all) => kind === 'bulletList' && all[index + 1] === 'bulletList'),
  'nested tasks': within('taskItem', 'taskList'),
  'task, checked': has('taskItem', 'checked', true),
  'task with bullets': within('taskItem', 'bulletList'),
  'task with two paragraphs': (node) => node.type === 'taskItem' && kinds(node)[1] === 'paragraph',
  'task, empty': (node) => node.type === 'taskItem' && nodesOf(node).length === 2,
  'quote in a quote': within('blockquote', 'blockquote'),
  'code with language': has('codeBlock', 'language', 'json'),
  'code without language': (node) => node.type === 'codeBlock' && node.attrs?.['language'] === null,
  'code, empty': (node) => node.type === 'codeBlock' && node.content === undefined,
  'code with a fence': (node) => node.type === 'codeBlock' && words(node).includes('```'),
  'code that ends with a newline': (node) => node.type === 'codeBlock' && words(node).endsWith('\n'),
  'image with title': has('image', 'title'),
  'image with size': (node) => has('image', 'width')(node) && has('image', 'height')(node),
  'image, aligned': has('image', 'alignment'),
  'table with header row': (node) => rowsOf(node)[0]?.every((kind) => kind === 'tableHeader') ?? false,
  'table without header': (node) =>
    node.type === 'table' &&
    rowsOf(node)
      .flat()
      .every((kind) => kind === 'tableCell'),
  'table with header column': (node) =>
    rowsOf(node).length > 1 &&
    rowsOf(node).every(([first, second]) => first === 'tableHeader' && second === 'tableCell'),
  colspan: (node) => isCell(node) && Number(node.attrs?.['colspan']) > 1,
  rowspan: (node) => isCell(node) && Number(node.attrs?.['rowspan']) > 1,
  colwidth: (node) => isCell(node) && Array.isArray(node.attrs?.['colwidth']),
  'cell align': (node) => isCell(node) && node.attrs?.['align'] === 'right',
  'cell with two paragraphs': (node) =>
    isCell(node) && kinds(node).length === 2 && kinds(node)[1] === 'paragraph',
  'cell with list': within('tableCell', 'bulletList'),
  'cell with pipe': (node) => isCell(node) && words(node).includes('|'),
  'cell, empty': (node) => isCell(node) && words(node) === '' && nodesOf(node).length === 2,
  'nested details': within('detailsContent', 'details'),
  'inline math': has('inlineMath', 'latex'),
  'math block of two lines': (node) =>
    node.type === 'blockMath' && JSON.stringify(node.attrs).includes('\\n\\\\qquad'),
  mention: has('mention', 'label'),
  emoji: has('emoji', 'name'),
  youtube: has('youtube', 'start', 35),
  twitch: has('twitch', 'src'),
  audio: has('audio', 'src'),
  callout: has('callout', 'type', 'warning'),
  columns: within('columns', 'column'),
  status: has('status', 'color'),
  embed: has('embed', 'src'),
  pdf: has('pdf', 'src'),
  'node that only the platform knows': has('process-recording-node', 'sessionId'),
  'CJK, bold inside a word': (node) => marked('bold')(node) && /^\p{Script=Han}+$/u.test(node.text ?? ''),
  'right-to-left text': paragraphSaying(/\p{Script=Arabic}/u),
  'text like a heading': paragraphSaying(/^# /),
  'text like a list': paragraphSaying(/^- /),
  'text like a numbered list': paragraphSaying(/^1\. /),
  'text like a quote': paragraphSaying(/^> /),
  'text like emphasis': paragraphSaying(/\*\w+\*.*_\w.*\w_.*~~\w/),
  'text like HTML': paragraphSaying(/<b>/),
  'text like math': paragraphSaying(/\$4 .*\$5/),
  'text like a link': paragraphSaying(/\[.*\]\(.*\)/),
  'text like a rule': paragraphSaying(/^---$/),
  'text like a directive': paragraphSaying(/^:::/),
  'text like front matter': (node) =>
    (node.content ?? []).some(
      (child, index, all) => /^title: /.test(words(child)) && all[index - 1]?.type === 'horizontalRule',
    ),
  'text with an entity': paragraphSaying(/&amp;/),
  'text with a bare address': paragraphSaying(/ https:\/\/\S+_b_c /),
  'no-break space and runs of blanks': paragraphSaying(/\u00a0.* {2}.* {3}/),
};

suite('sample handbook: every construct of the node table', () => {
  const all = sampleDocuments().flatMap(({ doc }) => nodesOf(doc));

  for (const [name, matches] of Object.entries(constructs)) {
    test(name, () => assert.ok(all.some(matches)));
  }

  test('uses these nodes and marks and no others', () => {
    const nodes =
      'audio blockMath blockquote bulletList callout codeBlock column columns details detailsContent detailsSummary doc embed ' +
      'emoji hardBreak heading horizontalRule image inlineMath listItem mention orderedList pageBreak paragraph pdf ' +
      'process-recording-node status table tableCell tableHeader tableRow taskItem taskList text twitch variable-node youtube';
    const marks = 'bold code comment highlight italic link strike subscript superscript textStyle underline';
    assert.equal([...allNodeTypes()].sort().join(' '), nodes);
    assert.equal([...allMarkTypes()].sort().join(' '), marks);
  });

  test('text nodes are joined and never empty, as an editor keeps them', () => {
    for (const node of all) {
      if (node.type === 'text') assert.ok(node.text);
      (node.content ?? []).forEach((child, index, siblings) => {
        const next = siblings[index + 1];
        if (child.type !== 'text' || next?.type !== 'text') return;
        assert.notDeepEqual(child.marks ?? [], next.marks ?? [], `${child.text} + ${next.text}`);
      });
    }
  });
});
