/**
 * Whether a version of Node (three numbers) is in an npm range, as `engines` states it: alternatives by `||`,
 * comparators by spaces, `^`, `~`, x-ranges and hyphen ranges (node-semver, "Ranges"). Prerelease tags do not
 * occur there: anything else is an error, so that no range is misread.
 */
export function satisfiesNode(version: string, range: string): boolean {
  const asked = numbers(version);
  return range.split('||').some((alternative) => comparators(alternative).every((matches) => matches(asked)));
}

type Version = readonly [number, number, number];
type Test = (version: Version) => boolean;

function comparators(text: string): readonly Test[] {
  const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/u.exec(text);
  if (hyphen !== null) return [...comparator('>=', hyphen[1] ?? ''), ...comparator('<=', hyphen[2] ?? '')];
  const parts = text.trim().replaceAll(/([<>=^~]+)\s+/gu, '$1');
  if (parts === '') return [];
  return parts.split(/\s+/u).flatMap((part) => {
    const match = /^(>=|<=|>|<|=|\^|~)?v?(.+)$/u.exec(part);
    return comparator(match?.[1] ?? '=', match?.[2] ?? part);
  });
}

/** A partial version stands for a whole range: 18.x is from 18.0.0 to below 19.0.0. */
function comparator(operator: string, text: string): readonly Test[] {
  if (/^[x*]$/iu.test(text)) return [];
  const stated = text.split('.').filter((part) => !/^[x*]$/iu.test(part));
  const low = numbers(stated.join('.'));
  const after = bump(low, stated.length - 1);
  const atLeast: Test = (version) => compare(version, low) >= 0;
  const below =
    (limit: Version): Test =>
    (version) =>
      compare(version, limit) < 0;
  switch (operator) {
    case '>=':
      return [atLeast];
    case '<':
      return [below(low)];
    case '>':
      return [(version) => compare(version, stated.length === 3 ? bump(low, 2) : after) >= 0];
    case '<=':
      return [below(after)];
    case '^':
      return [atLeast, below(bump(low, caretPlace(low, stated.length)))];
    case '~':
      return [atLeast, below(bump(low, Math.min(1, stated.length - 1)))];
    default:
      return [atLeast, below(after)];
  }
}

/** The leftmost number that is not zero may not change (node-semver, "Caret Ranges"). */
function caretPlace(low: Version, stated: number): number {
  const place = low.findIndex((number) => number > 0);
  return place === -1 ? stated - 1 : Math.min(place, stated - 1);
}

function bump(version: Version, place: number): Version {
  const [major, minor, patch] = version;
  if (place === 0) return [major + 1, 0, 0];
  return place === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

/** Negative, zero or positive, as `version` is before, at or after `other`. */
export function compare(version: Version, other: Version): number {
  return version[0] - other[0] || version[1] - other[1] || version[2] - other[2];
}

/** The numbers of "20", "20.19" or "20.19.0". */
export function numbers(text: string): Version {
  if (!/^\d+(\.\d+){0,2}$/u.test(text)) throw new Error(`not a version that this test can read: "${text}"`);
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
  return [major, minor, patch];
}
