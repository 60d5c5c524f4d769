import { attempt } from '../errors/attempt.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import { readFrontMatter } from './frontMatter/readFrontMatter.js';
import { splitFrontMatter } from './frontMatter/splitFrontMatter.js';
import { plainText } from './parse/inline/plainText.js';
import { plainLines } from './parse/lineEndings.js';
import { parse } from './parse/parse.js';

/** The title that a file states itself: `title` of its front matter, else the text of its first level-one heading. */
export function statedTitle(markdown: string): string | undefined {
  const { frontMatter, body } = splitFrontMatter(markdown);
  const title = frontMatter === undefined ? undefined : readFrontMatter(frontMatter).data['title'];
  if (typeof title === 'string' && title.trim() !== '') return title.trim();
  if (typeof title === 'number') return String(title);
  return firstHeading(plainLines(body).text);
}

function firstHeading(body: string): string | undefined {
  const tree = attempt(DocbridgeError, () => parse(headingPart(body)));
  const heading = tree?.children.find((node) => node.type === 'heading' && node.depth === 1);
  const text = heading === undefined ? '' : plainText([heading], ' ').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** The text down to the first line that may be a level-one heading outside a fence; all of it when that is unsure. */
function headingPart(body: string): string {
  const line = /^(?: {0,3}#[ \t]+\S.*|[^\n]*\n {0,3}=+[ \t]*)$/m.exec(body);
  if (line === null) return '';
  const end = line.index + line[0].length;
  const before = body.slice(0, end);
  // A bracket may refer to a definition further down.
  return before.includes(']') || /^[ \t>]*(?:`{3}|~{3}|<|\$\$)/m.test(before) ? body : before;
}
