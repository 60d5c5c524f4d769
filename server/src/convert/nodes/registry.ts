import { codeRule } from '../marks/code.js';
import { emphasisRule } from '../marks/emphasis.js';
import { htmlMarkRule } from '../marks/html.js';
import { linkRule } from '../marks/link.js';
import { blockMathRule } from './blockMath.js';
import { blockquoteRule, calloutRule } from './blockquote.js';
import { codeBlockRule } from './codeBlock.js';
import { detailsRule } from './details.js';
import { emojiRule } from './emoji.js';
import { hardBreakRule } from './hardBreak.js';
import { headingRule } from './heading.js';
import { horizontalRuleRule } from './horizontalRule.js';
import { htmlTableRule } from './htmlTable.js';
import { imageBlockRule, imageRule } from './image.js';
import { inlineMathRule } from './inlineMath.js';
import { invalidMdxRule } from './invalidMdx.js';
import { leafDirectiveRule } from './leafDirective.js';
import { listRule } from './list.js';
import { mentionRule } from './mention.js';
import { paragraphRule } from './paragraph.js';
import { rawBlockRule } from './rawBlock.js';
import { rawInlineRule } from './rawInline.js';
import type { BlockRule, InlineRule } from './rule.js';
import { tableRule } from './table.js';
import { textRule } from './text.js';

/** Every block there is a rule for; of those that read or print the same, the first that can does. */
export const BLOCK_RULES: readonly BlockRule[] = [
  invalidMdxRule,
  imageBlockRule,
  paragraphRule,
  headingRule,
  codeBlockRule,
  calloutRule,
  blockquoteRule,
  listRule,
  tableRule,
  htmlTableRule,
  detailsRule,
  horizontalRuleRule,
  blockMathRule,
  leafDirectiveRule,
  rawBlockRule,
];

/** Every inline node and mark there is a rule for, with the same precedence. */
export const INLINE_RULES: readonly InlineRule[] = [
  textRule,
  hardBreakRule,
  emphasisRule,
  codeRule,
  linkRule,
  imageRule,
  mentionRule,
  emojiRule,
  inlineMathRule,
  htmlMarkRule,
  rawInlineRule,
];

type Index<T> = ReadonlyMap<string, readonly T[]>;

export const BLOCKS_BY_TYPE: Index<BlockRule> = indexBy(BLOCK_RULES, (rule) => rule.types);
export const BLOCKS_BY_SYNTAX: Index<BlockRule> = indexBy(BLOCK_RULES, (rule) => rule.reads);
export const INLINES_BY_TYPE: Index<InlineRule> = indexBy(INLINE_RULES, (rule) => rule.types);
export const INLINES_BY_SYNTAX: Index<InlineRule> = indexBy(INLINE_RULES, (rule) => rule.reads);

function indexBy<T>(rules: readonly T[], keys: (rule: T) => readonly string[]): Index<T> {
  const index = new Map<string, T[]>();
  for (const rule of rules) {
    for (const key of keys(rule)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [rule]);
      else known.push(rule);
    }
  }
  return index;
}
