import type { Random } from './random.js';
import { identifier, nounPhrase, path, sentence } from './prose.js';

/** Puts marks around about every sixth phrase, as people write documentation: code and links most. */
export function decorator(random: Random): (phrase: string) => string {
  const forms: readonly ((phrase: string) => string)[] = [
    () => `\`${identifier(random)}\``,
    () => `\`${identifier(random)}(${random.chance(50) ? '' : 'options'})\``,
    (phrase) => `[${phrase}](${path(random)})`,
    (phrase) => `[${phrase}](https://docs.example.com${path(random)} "${nounPhrase(random)}")`,
    (phrase) => `[${phrase}][${1 + random.integer(3)}]`,
    (phrase) => `**${phrase}**`,
    (phrase) => `*${phrase}*`,
    (phrase) => `_${phrase}_`,
    (phrase) => `**[${phrase}](${path(random)})**`,
    (phrase) => `~~${phrase}~~`,
    () => `<https://example.com${path(random)}>`,
    (phrase) => `${phrase} &amp; \\*others\\*`,
    (phrase) => `<kbd>${phrase}</kbd>`,
  ];
  return (phrase) => (random.chance(17) ? random.pick(forms)(phrase) : phrase);
}

/** Sentences in a row; now and then each on a line of its own, or with a hard break. */
export function sentences(random: Random, count: number): string {
  const decorate = decorator(random);
  const between = random.chance(15) ? '\n' : ' ';
  const all = Array.from({ length: count }, () => sentence(random, decorate)).join(between);
  return random.chance(3) ? `${all}  \n${sentence(random, decorate)}` : all;
}
