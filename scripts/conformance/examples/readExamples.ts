/** One example of a CommonMark-style specification. */
export interface Example {
  readonly markdown: string;
  readonly html: string;
  /** Words after `example`: the extensions that it needs. */
  readonly labels: readonly string[];
  readonly section: string;
  /** From 1, in the order of the file. */
  readonly number: number;
}

const FENCE = '`'.repeat(32);

/** The examples of a specification: between fences of 32 backticks, divided by a line of `.`, `→` for a tab. */
export function readExamples(text: string): readonly Example[] {
  const examples: Example[] = [];
  let section = '';
  let open: { markdown: string; html: string; labels: readonly string[]; inHtml: boolean } | undefined;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line === '<!-- END TESTS -->') break;
    if (open === undefined) {
      if (line.startsWith(`${FENCE} example`)) {
        const labels = line
          .slice(FENCE.length + ' example'.length)
          .split(' ')
          .filter((label) => label !== '');
        open = { markdown: '', html: '', labels, inHtml: false };
      } else {
        section = /^#{1,6} +(.*)$/.exec(line)?.[1] ?? section;
      }
    } else if (line === FENCE) {
      const { markdown, html, labels } = open;
      examples.push({
        markdown: tabs(markdown),
        html: tabs(html),
        labels,
        section,
        number: examples.length + 1,
      });
      open = undefined;
    } else if (line === '.' && !open.inHtml) {
      open.inHtml = true;
    } else if (open.inHtml) {
      open.html += `${line}\n`;
    } else {
      open.markdown += `${line}\n`;
    }
  }
  return examples;
}

function tabs(text: string): string {
  return text.replaceAll('→', '\t');
}
