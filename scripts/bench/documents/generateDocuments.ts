import { block } from './blocks.js';
import { path, title } from './prose.js';
import { createRandom, type Random } from './random.js';

/** What `bytes` of documentation look like: pages of 2 to 14 kB in Markdown, the same for every run and machine. */
export function generateDocuments(bytes: number, seed = 20_240_131): readonly string[] {
  const random = createRandom(seed);
  const documents: string[] = [];
  // The text is ASCII: its length is its size.
  for (let made = 0; made < bytes;) {
    const document = page(random, 2000 + random.integer(12_000));
    documents.push(document);
    made += document.length;
  }
  return documents;
}

function page(random: Random, length: number): string {
  const blocks = [`# ${title(random)}`];
  let made = 0;
  while (made < length) {
    const source = random.chance(14) ? `${random.chance(70) ? '##' : '###'} ${title(random)}` : block(random);
    blocks.push(source);
    made += source.length + 2;
  }
  const definitions = [1, 2, 3].map((label) => `[${label}]: https://docs.example.com${path(random)}`);
  return `${blocks.join('\n\n')}\n\n${definitions.join('\n')}\n`;
}
