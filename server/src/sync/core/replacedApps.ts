/** ToolJet refuses longer names of apps. */
const longestName = 50;

const setAside = / \((?:before \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d|importing [0-9a-f]{8})\)$/u;

/** What an app is called that a new one took the place of at `time` (milliseconds). */
export function replacedName(title: string, time: number): string {
  const stamp = new Date(time).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return named(title, `before ${stamp}`);
}

/** What an app is called while it is being imported; `mark` is hex. */
export function importingName(title: string, mark: string): string {
  return named(title, `importing ${mark.slice(0, 8)}`);
}

/** `true` for either name: such an app takes no part, also when the base is lost or a run died in between. */
export function isSetAside(title: string): boolean {
  return setAside.test(title);
}

/** `<title> (<why>)`; a title that would make it too long is cut. */
function named(title: string, why: string): string {
  const end = ` (${why})`;
  const room = longestName - end.length;
  return Array.from(title).slice(0, room).join('').trimEnd() + end;
}
