import { mathForm } from './mathForm.js';
import type { DialectNames } from './names.js';
import { toggleForm } from './toggleForm.js';

const CODE = { defaults: { language: 'none', wrap: false } } as const;
const CELL = { attributes: { alignment: 'align' } } as const;

/** Outline's names (1.9). What is not listed has TipTap's name, or no counterpart there. */
export const OUTLINE_NAMES: DialectNames = {
  prefix: 'outline-',
  nodes: [
    { theirs: 'heading', ours: 'heading', defaults: { collapsed: false } },
    { theirs: 'bullet_list', ours: 'bulletList' },
    {
      theirs: 'ordered_list',
      ours: 'orderedList',
      attributes: { order: 'start' },
      defaults: { listStyle: 'number' },
    },
    { theirs: 'list_item', ours: 'listItem' },
    { theirs: 'checkbox_list', ours: 'taskList' },
    { theirs: 'checkbox_item', ours: 'taskItem' },
    { theirs: 'code_fence', ours: 'codeBlock', ...CODE },
    { theirs: 'code_block', ours: 'codeBlock', ...CODE },
    { theirs: 'br', ours: 'hardBreak' },
    {
      theirs: 'hr',
      ours: 'horizontalRule',
      // `markup` is how a node was written here; there it tells a page break (`***`) from a rule.
      attributes: { markup: 'rule' },
      defaults: { markup: '---' },
    },
    { theirs: 'tr', ours: 'tableRow' },
    { theirs: 'th', ours: 'tableHeader', ...CELL },
    { theirs: 'td', ours: 'tableCell', ...CELL },
    { theirs: 'math_inline', ours: 'inlineMath', form: mathForm },
    { theirs: 'math_block', ours: 'blockMath', form: mathForm },
    { theirs: 'container_notice', ours: 'callout', attributes: { style: 'type' } },
    { theirs: 'container_toggle', ours: 'details', form: toggleForm },
    {
      theirs: 'mention',
      ours: 'mention',
      // There `id` is one place where somebody is mentioned, and `modelId` who that is.
      attributes: { modelId: 'id', id: 'uid' },
      defaults: { type: 'user' },
    },
    { theirs: 'emoji', ours: 'emoji', attributes: { 'data-name': 'name' }, defaults: { type: 'emoji' } },
    { theirs: 'attachment', ours: 'attachment', defaults: { size: 0, preview: false } },
  ],
  marks: [
    { theirs: 'strong', ours: 'bold' },
    { theirs: 'em', ours: 'italic' },
    { theirs: 'strikethrough', ours: 'strike' },
    { theirs: 'code_inline', ours: 'code' },
    { theirs: 'comment', ours: 'comment', defaults: { resolved: false, draft: false } },
  ],
};
