export type Row = readonly string[];

/** The text below a second-level heading, up to the next one. Throws when there is no such heading. */
export function section(markdown: string, heading: string): string {
  const parts = markdown.split(/^## /mu).filter((part) => part.startsWith(`${heading}\n`));
  if (parts.length !== 1) throw new Error(`"${heading}" is a heading ${parts.length} times`);
  return parts[0] ?? '';
}

/** The tables of a text, each as its rows of trimmed cells without the head. */
export function tables(markdown: string): readonly (readonly Row[])[] {
  const blocks = markdown.match(/(?:^\|.*\|$\n?)+/gmu) ?? [];
  return blocks.map((block) =>
    block
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .slice(1, -1)
          .split(/(?<!\\)\|/u)
          .map((cell) => cell.trim().replaceAll('\\|', '|')),
      ),
  );
}

export function column(rows: readonly Row[], index: number): readonly string[] {
  return rows.map((row) => row[index] ?? '');
}

/** What stands in code spans. */
export function codes(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
}
