import { spawnSync } from 'node:child_process';

const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => [
  '-e',
  name,
]);

/** Second judge: GitHub's cmark-gfm (CommonMark 0.29), where the environment names its binary. */
export interface CmarkGfm {
  /** HTML with tables, strikethrough, autolinks, task items and footnotes. */
  readonly gfm: (markdown: string) => string;
  /** HTML of plain CommonMark. */
  readonly plain: (markdown: string) => string;
}

/** The second judge, or undefined when DOCBRIDGE_CMARK_GFM does not name its binary. */
export function findCmarkGfm(): CmarkGfm | undefined {
  const binary = process.env['DOCBRIDGE_CMARK_GFM'];
  if (binary === undefined || binary === '') return undefined;
  const run = (markdown: string, extensions: readonly string[]): string => {
    const { status, stdout, error } = spawnSync(binary, ['--unsafe', ...extensions], {
      input: markdown,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw error ?? new Error(`${binary} ended with ${status ?? 'a signal'}`);
    return stdout;
  };
  return {
    gfm: (markdown) => run(markdown, EXTENSIONS),
    plain: (markdown) => run(markdown, []),
  };
}
