import { decorator, sentences } from './inline.js';
import { identifier, nounPhrase, path, sentence, title } from './prose.js';
import type { Random } from './random.js';

/** Makes the source of one block, without a line end after it. */
export type BlockMaker = (random: Random) => string;

const paragraph: BlockMaker = (random) => sentences(random, 1 + random.integer(5));

const bulletList: BlockMaker = (random) => {
  const bullet = random.pick(['-', '*', '-']);
  return items(random, () => {
    const nested = random.chance(25)
      ? `\n${items(random, () => `  ${bullet} ${sentences(random, 1)}`, '\n')}`
      : '';
    return `${bullet} ${sentences(random, 1)}${nested}`;
  });
};

const orderedList: BlockMaker = (random) => {
  let number = 0;
  return items(random, () => {
    number += 1;
    const more = random.chance(15) ? `\n\n   ${sentences(random, 1).replace(/\n/g, '\n   ')}` : '';
    return `${number}. ${sentences(random, 1)}${more}`;
  });
};

const taskList: BlockMaker = (random) =>
  items(random, () => `- [${random.chance(40) ? 'x' : ' '}] ${sentences(random, 1)}`, '\n');

const table: BlockMaker = (random) => {
  const width = 2 + random.integer(4);
  const decorate = decorator(random);
  const row = (cell: () => string): string => `| ${Array.from({ length: width }, cell).join(' | ')} |`;
  const rules = row(() => random.pick(['---', ':---', '---:', ':---:', '---']));
  const rows = Array.from({ length: 2 + random.integer(8) }, () => row(() => decorate(nounPhrase(random))));
  return [row(() => nounPhrase(random)), rules, ...rows].join('\n');
};

const codeBlock: BlockMaker = (random) => {
  const language = random.pick(['ts', 'js', 'sh', 'json', 'yaml', '', 'python']);
  const indents = ['', '', '  ', '  ', '    '];
  const line = (): string => {
    const name = identifier(random);
    return random.chance(10)
      ? ''
      : `${random.pick(indents)}${random.pick(['const', 'let', 'await', '//', '#'])} ${name} = ${identifier(random)}('${nounPhrase(random)}', ${random.integer(900)});`;
  };
  return `\`\`\`${language}\n${Array.from({ length: 3 + random.integer(14) }, line).join('\n')}\n\`\`\``;
};

const quote: BlockMaker = (random) => {
  const alert = random.chance(50) ? `> [!${random.pick(['NOTE', 'TIP', 'WARNING'])}]\n` : '';
  return `${alert}> ${sentences(random, 2).replace(/\n/g, '\n> ')}`;
};

const image: BlockMaker = (random) => `![${nounPhrase(random)}](${path(random)}.png)`;

const comment: BlockMaker = (random) => `<!-- ${sentence(random, (phrase) => phrase)} -->`;

const details: BlockMaker = (random) =>
  `<details>\n<summary>${title(random)}</summary>\n\n${sentences(random, 2)}\n\n</details>`;

const rule: BlockMaker = () => '---';

/** Makers with their shares of a page, in percent, as in the pages of large open documentations. */
const shares: readonly (readonly [BlockMaker, number])[] = [
  [paragraph, 46],
  [bulletList, 16],
  [codeBlock, 14],
  [orderedList, 7],
  [table, 5],
  [quote, 5],
  [taskList, 2],
  [image, 2],
  [comment, 1],
  [details, 1],
  [rule, 1],
];

/** The source of one block of a kind drawn by its share. */
export function block(random: Random): string {
  let draw = random.integer(100);
  for (const [maker, share] of shares) {
    if (draw < share) return maker(random);
    draw -= share;
  }
  return paragraph(random);
}

function items(random: Random, item: () => string, gap = random.chance(20) ? '\n\n' : '\n'): string {
  return Array.from({ length: 2 + random.integer(6) }, item).join(gap);
}
