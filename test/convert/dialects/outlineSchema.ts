import { getSchema, Mark, Node, type Extensions } from '@tiptap/core';

type Attributes = Readonly<Record<string, unknown>>;

/** Marks an attribute that has no default: a node without it is refused. */
const REQUIRED = Symbol('required');

function attributes(given: Attributes): { addAttributes: () => Record<string, object> } {
  return {
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          value === REQUIRED ? { isRequired: true, rendered: false } : { default: value, rendered: false },
        ]),
      ),
  };
}

function block(name: string, content: string, given: Attributes = {}, more: object = {}): Node {
  return Node.create({
    name,
    group: 'block',
    ...(content === '' ? { atom: true } : { content }),
    ...more,
    ...attributes(given),
  });
}

function part(name: string, content: string, given: Attributes = {}): Node {
  return Node.create({ name, content, ...attributes(given) });
}

function inline(name: string, content: string, given: Attributes = {}): Node {
  return Node.create({
    name,
    group: 'inline',
    inline: true,
    marks: '',
    ...(content === '' ? {} : { content }),
    ...attributes(given),
  });
}

function mark(name: string, given: Attributes = {}, excludes?: string): Mark {
  return Mark.create({ name, ...(excludes === undefined ? {} : { excludes }), ...attributes(given) });
}

const CODE = { language: 'javascript', wrap: false };
const CELL = { colspan: 1, rowspan: 1, alignment: null, colwidth: null, marks: null };

const EXTENSIONS: Extensions = [
  Node.create({ name: 'doc', topNode: true, content: 'block+' }),
  Node.create({ name: 'text', group: 'inline' }),
  block('paragraph', 'inline*'),
  block('heading', 'inline*', { level: 1, collapsed: null }),
  block('blockquote', 'block+'),
  block('bullet_list', 'list_item+', {}, { group: 'block list' }),
  block('ordered_list', 'list_item+', { order: 1, listStyle: 'number' }, { group: 'block list' }),
  block('checkbox_list', 'checkbox_item+', { id: null }, { group: 'block list' }),
  part('list_item', 'block+'),
  part('checkbox_item', 'block+', { checked: false }),
  block('code_fence', 'text*', CODE, { marks: 'comment', code: true }),
  block('code_block', 'text*', CODE, { marks: 'comment', code: true }),
  block('hr', '', { markup: '---' }),
  inline('br', ''),
  block('table', 'tr+', { layout: null }),
  part('tr', '(th | td)*'),
  part('th', 'block+', CELL),
  part('td', 'block+', CELL),
  inline('math_inline', 'text*'),
  block('math_block', 'text*', {}, { marks: '', code: true }),
  block(
    'container_notice',
    '(list | blockquote | hr | paragraph | heading | code_block | code_fence | attachment)+',
    { style: 'info' },
  ),
  block('container_toggle', '(paragraph | heading) block*', { id: null }),
  inline('mention', '', { type: 'user', label: REQUIRED, modelId: REQUIRED, id: null }),
  inline('emoji', 'text*', { 'data-name': 'grey_question' }),
  inline('image', 'text*', {
    src: '',
    alt: null,
    title: null,
    width: null,
    height: null,
    source: null,
    layoutClass: null,
  }),
  block('attachment', '', { id: null, href: null, title: REQUIRED, size: 0, preview: false }),
  block('embed', 'inline*', { href: REQUIRED, width: null, height: null }),
  block('video', '', { id: null, src: null, title: null, width: null, height: null }),
  mark('link', { href: '', title: null }),
  mark('strong'),
  mark('em'),
  mark('strikethrough'),
  mark('underline'),
  mark('highlight', { color: null }),
  mark('placeholder'),
  mark('comment', { id: REQUIRED, userId: REQUIRED, resolved: false, draft: false }, ''),
  mark('code_inline', {}, 'placeholder highlight'),
];

/** Outline's schema as reference pages and its public editor describe it: names, places, content and attributes. */
export const outlineSchema = getSchema(EXTENSIONS);
