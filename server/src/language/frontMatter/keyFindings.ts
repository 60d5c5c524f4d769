import type { Profile } from '../../config/Configuration.js';
import { makeFinding, type Finding } from '../Finding.js';
import { closestName } from '../text/closestName.js';
import type { LineMap } from '../text/LineMap.js';
import type { FrontMatterModel } from './FrontMatterModel.js';
import { isForeignKey, topLevelKeys } from './profileKeys.js';

/** Unknown keys are fine, but not those that are a slip of the pen for a known one. */
export function keyFindings(model: FrontMatterModel, profile: Profile, lines: LineMap): readonly Finding[] {
  const known = topLevelKeys(profile);
  const present = Object.keys(model.data);
  return present.flatMap((key) => {
    if (known.includes(key) || isForeignKey(key)) return [];
    const meant = closestName(key, known);
    const span = model.key([key]);
    if (meant === undefined || span === undefined) return [];
    const message = `"${key}" is not a known key. Did you mean "${meant}"?`;
    const options = present.includes(meant) ? { fixable: false } : {};
    return [makeFinding('front-matter-unknown-key', lines.range(span.start, span.end), message, options)];
  });
}

/** The known key that a `front-matter-unknown-key` finding suggests. */
export function suggestedKey(key: string, profile: Profile): string | undefined {
  return closestName(key, topLevelKeys(profile));
}
