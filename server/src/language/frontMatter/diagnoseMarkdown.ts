import type { Profile } from '../../config/Configuration.js';
import type { FolderIndex } from '../FolderIndex.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { Validate } from '../schema/validators.js';
import { LineMap } from '../text/LineMap.js';
import { documentClaims } from './documentClaims.js';
import { duplicateFindings } from './duplicateFindings.js';
import { keyFindings } from './keyFindings.js';
import { locateFrontMatter } from './locateFrontMatter.js';
import { typeFindings } from './typeFindings.js';
import { valueFindings } from './valueFindings.js';

/** Findings of a Markdown document: its front matter, alone and among the others of its folder. */
export function diagnoseMarkdown(
  document: { readonly path: string; readonly text: string },
  context: { readonly profile: Profile; readonly index: FolderIndex | undefined },
  validate: Validate,
): readonly Finding[] {
  const { path, text } = document;
  const { profile, index } = context;
  const located = locateFrontMatter(text);
  if (located.kind === 'none') return [];
  const lines = new LineMap(text);
  switch (located.kind) {
    case 'misplaced': {
      const message = 'Front matter begins in the very first line; here it is read as text.';
      return [
        makeFinding('front-matter-not-first', lines.range(located.span.start, located.span.end), message),
      ];
    }
    case 'unterminated': {
      const message = 'The front matter has no closing "---", so it is read as text.';
      return [
        makeFinding('front-matter-unterminated', lines.range(located.span.start, located.span.end), message),
      ];
    }
    case 'invalid':
      return located.problems.map(({ code, message, span }) =>
        makeFinding(code, lines.range(span.start, span.end), message),
      );
    case 'read': {
      const { model } = located;
      const claims = index === undefined ? undefined : documentClaims(model, profile);
      return [
        ...typeFindings(model, profile, lines, validate),
        ...keyFindings(model, profile, lines),
        ...valueFindings(text, model, profile, lines),
        ...(claims === undefined || index === undefined ? [] : duplicateFindings(path, claims, index, lines)),
      ];
    }
  }
}
