import type { Profile } from '../../config/Configuration.js';
import { canonicalValues, keyPath } from '../../convert/frontMatter/profiles.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { FindingCode } from '../findingCodes.js';
import type { LineMap } from '../text/LineMap.js';
import type { FrontMatterModel } from './FrontMatterModel.js';

/** Longest title that every platform takes (Outline's limit), in UTF-16 units. */
const TITLE_LIMIT = 100;

/** Letters, digits and marks of any script, and what RFC 3986 leaves unreserved, as path segments. */
const SLUG = /^\/?[\p{L}\p{N}\p{M}._~-]+(?:\/[\p{L}\p{N}\p{M}._~-]+)*\/?$/u;

/** What a schema cannot say about title, slug and description. */
export function valueFindings(
  text: string,
  model: FrontMatterModel,
  profile: Profile,
  lines: LineMap,
): readonly Finding[] {
  const findings: Finding[] = [];
  const values = canonicalValues(model.data, profile);
  const add = (code: FindingCode, path: readonly string[], message: string, options = {}): void => {
    const span = model.value(path) ?? model.key(path) ?? model.fence;
    const nothing = span.start === span.end ? (model.key(path) ?? span) : span;
    findings.push(makeFinding(code, lines.range(nothing.start, nothing.end), message, options));
  };
  const titlePath = keyPath('title', profile);
  const { title, slug, docbridge, description } = values;
  if (typeof title === 'string' && title.trim() !== '') {
    if (title.length > TITLE_LIMIT) {
      add(
        'title-long',
        titlePath,
        `The title has ${title.length} characters; some platforms take ${TITLE_LIMIT}.`,
      );
    }
  } else if (title === undefined ? model.key(titlePath) !== undefined : typeof title === 'string') {
    add('title-empty', titlePath, 'The title is empty; the first heading or the file name counts instead.');
  } else if (title === undefined && docbridge !== undefined) {
    const span = model.key(keyPath('docbridge', profile)) ?? model.fence;
    const message = 'The title is missing; the first heading or the file name counts instead.';
    findings.push(makeFinding('title-missing', lines.range(span.start, span.end), message));
  }
  if (typeof slug === 'string' && slug !== '/' && !SLUG.test(slug)) {
    add(
      'slug-charset',
      keyPath('slug', profile),
      'A slug holds letters, digits, "-", "_", "." and "/" alone.',
    );
  }
  if (profile === 'gitbook' && typeof description === 'string' && isBarePlain(text, model)) {
    const message = 'GitBook drops an unquoted description that holds ":" or "#". Put it in quotes.';
    add('description-unquoted', ['description'], message);
  }
  return findings;
}

/** A plain (unquoted) scalar whose line holds ":" or "#" after the key. */
function isBarePlain(text: string, model: FrontMatterModel): boolean {
  const span = model.value(['description']);
  if (span === undefined) return false;
  const [line = ''] = text.slice(span.start).split(/[\r\n]/, 1);
  return /^[^'"|>]/.test(line) && /[:#]/.test(line);
}
