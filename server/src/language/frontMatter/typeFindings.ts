import type { Profile } from '../../config/Configuration.js';
import {
  canonicalKeys,
  canonicalValues,
  keyPath,
  type CanonicalKey,
} from '../../convert/frontMatter/profiles.js';
import { makeFinding, type Finding } from '../Finding.js';
import { explainSchemaError } from '../schema/explainSchemaError.js';
import type { Validate } from '../schema/validators.js';
import type { LineMap } from '../text/LineMap.js';
import type { FrontMatterModel } from './FrontMatterModel.js';

/** Wrong types, on the exact value. The keys of the profile are read under our names, then held to the schema. */
export function typeFindings(
  model: FrontMatterModel,
  profile: Profile,
  lines: LineMap,
  validate: Validate,
): readonly Finding[] {
  const canonical = canonicalValues(model.data, profile);
  return validate('front-matter', canonical).flatMap((error) => {
    const problem = explainSchemaError(error, canonical);
    const [key, ...rest] = problem?.path ?? [];
    if (problem === undefined || !isCanonicalKey(key)) return [];
    const path = [...keyPath(key, profile), ...rest];
    const span =
      (problem.at === 'key' ? model.key(path) : model.value(path)) ?? model.key(path) ?? model.fence;
    const range = lines.range(span.start, span.end);
    const list = error.keyword === 'type' && rest.length === 0 && (key === 'tags' || key === 'aliases');
    const scalar = !list || typeof error.data === 'string' || typeof error.data === 'number';
    if (list)
      return [
        makeFinding('tags-not-a-list', range, `${problem.message.slice(0, -1)}: write [a, b].`, {
          fixable: scalar,
        }),
      ];
    const quotable = isQuotable(error.keyword, error.schema, error.data);
    const advice = quotable ? ' Put it in quotes.' : '';
    return [makeFinding('front-matter-type', range, problem.message + advice, { fixable: quotable })];
  });
}

/** `title: 2024` needs quotes and nothing else. */
function isQuotable(keyword: string, wanted: unknown, data: unknown): boolean {
  return keyword === 'type' && wanted === 'string' && (typeof data === 'number' || typeof data === 'boolean');
}

function isCanonicalKey(key: unknown): key is CanonicalKey {
  return canonicalKeys.some((each) => each === key);
}
