import { fuzzText, gfmFuzzText } from '../support/oracle/fuzzText.js';
import { SeededRandom } from '../support/oracle/SeededRandom.js';

const FRONT_MATTERS = [
  '',
  '---\ntitle: A\n---\n',
  '+++\nx = 1\n+++\n\n',
  '---  \n---\n',
  '---\nopen\n',
  '---\na: 1\n---',
];
const LINE_ENDS = ['\n', '\r\n', '\r'];
const OWN = [
  '> [!NOTE]\n> x :tada: $a$\n',
  '::youtube{src="a"}\n',
  '$$\nx\n$$\n',
  '```\n\n```\n',
  '\u0000\ud800 a\n',
  '\tx\n',
];

/** A short and nasty file: fuzzed Markdown with front matter, byte order mark and line ends of all kinds. */
export function fuzzFile(seed: number): string {
  const random = new SeededRandom(seed);
  const kind = random.below(3);
  const body =
    kind === 0 ? fuzzText(seed) : kind === 1 ? gfmFuzzText(seed) : random.pick(OWN) + gfmFuzzText(seed);
  const text = random.pick(FRONT_MATTERS) + body;
  const mixed = random.chance(0.2);
  const lineEnd = random.pick(LINE_ENDS);
  const ended = text.replace(/\n/g, () => (mixed ? random.pick(LINE_ENDS) : lineEnd));
  return random.chance(0.2) ? `\ufeff${ended}` : ended;
}
