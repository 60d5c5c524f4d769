/** A docbridge.json with one binding for each name, in a directory of the same name. */
export function configurationText(
  names: readonly string[],
  changes: Readonly<Record<string, unknown>> = {},
): string {
  const bindings = names.map((name) => ({
    name,
    platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
    repository: { url: 'https://git.example.com/acme/pages.git', branch: 'main', directory: name },
    ...changes,
  }));
  return JSON.stringify({ bindings });
}
