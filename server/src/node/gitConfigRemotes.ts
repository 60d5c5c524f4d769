const section = /^\[\s*([a-z0-9.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]\s*(.*)$/iu;
const assignment = /^([a-z][a-z0-9-]*)\s*=\s*(.*)$/iu;

/** The `url` and `pushurl` values of every remote in the text of a .git/config (git-config(1), Syntax). */
export function gitConfigRemotes(text: string): readonly string[] {
  const urls: string[] = [];
  let inRemote = false;
  const lines = text.replace(/\\\r?\n/gu, '').split(/\r?\n/u);
  for (const raw of lines) {
    let line = raw.trim();
    const head = section.exec(line);
    if (head !== null) {
      inRemote = head[1]?.toLowerCase() === 'remote' && head[2] !== undefined;
      line = head[3] ?? '';
    }
    const [, key, value] = assignment.exec(line) ?? [];
    if (!inRemote || key === undefined || value === undefined) continue;
    if (['url', 'pushurl'].includes(key.toLowerCase())) urls.push(plainValue(value));
  }
  return urls;
}

/** Takes quotes, escapes and a trailing comment away. */
function plainValue(value: string): string {
  let plain = '';
  let quoted = false;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (character === '"') quoted = !quoted;
    else if (character === '\\') {
      index += 1;
      plain += value.charAt(index);
    } else if (!quoted && (character === '#' || character === ';')) break;
    else plain += character;
  }
  return plain.trim();
}
