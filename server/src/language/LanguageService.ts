import type { Profile } from '../config/Configuration.js';
import { diagnoseApp } from './app/diagnoseApp.js';
import { diagnoseConfiguration } from './configuration/diagnoseConfiguration.js';
import type { Finding } from './Finding.js';
import type { DocumentIdentity, FolderIndex } from './FolderIndex.js';
import { findFixes, type Fix } from './fixes.js';
import { diagnoseMarkdown } from './frontMatter/diagnoseMarkdown.js';
import { documentClaims, identityOfClaims } from './frontMatter/documentClaims.js';
import { locateFrontMatter } from './frontMatter/locateFrontMatter.js';
import { diagnoseMeta } from './meta/diagnoseMeta.js';
import { createValidate } from './schema/validators.js';

export type DocumentKind = 'markdown' | 'meta' | 'app' | 'configuration';

/** One text as the editor or the disk holds it. */
export interface LanguageDocument {
  readonly uri: string;
  /** Relative to the folder that `LanguageContext` speaks of, `/`-separated. */
  readonly path: string;
  readonly text: string;
  readonly kind: DocumentKind;
}

/** What is known around a document; whatever is absent is not checked against. */
export interface LanguageContext {
  /** Names of the front matter's keys; `docbridge` when absent. */
  readonly profile?: Profile;
  /** The documents of the same folder. */
  readonly index?: FolderIndex;
  /** For meta.json: the app files `<App>/<version>.json` beside `.meta`. */
  readonly appFiles?: readonly string[];
}

export interface LanguagePorts {
  readonly clock: { now(): number };
}

/** Knows no editor: texts in, findings out. Every method is pure but for the clock, and never throws on a text. */
export interface LanguageService {
  /** All findings of a document in order of position; none once `signal` has fired. */
  diagnose(document: LanguageDocument, context: LanguageContext, signal?: AbortSignal): readonly Finding[];
  /** Edits that put a finding right; empty where there is none. */
  fixes(document: LanguageDocument, context: LanguageContext, finding: Finding): readonly Fix[];
  /** What a Markdown document claims for itself, for a `FolderIndex`. */
  identify(text: string, profile?: Profile): DocumentIdentity;
}

/** The one facade of `language/`. */
export function createLanguageService(ports: LanguagePorts): LanguageService {
  const validate = createValidate();
  const find = (document: LanguageDocument, context: LanguageContext): readonly Finding[] => {
    const { kind, text, uri } = document;
    switch (kind) {
      case 'markdown': {
        const { profile = 'docbridge', index } = context;
        return diagnoseMarkdown(document, { profile, index }, validate);
      }
      case 'meta':
        return diagnoseMeta(text, { now: ports.clock.now(), files: context.appFiles }, validate);
      case 'app':
        return diagnoseApp(text, validate);
      case 'configuration':
        return diagnoseConfiguration(text, uri);
    }
  };
  return Object.freeze({
    diagnose: (document, context, signal) =>
      signal?.aborted === true ? [] : [...find(document, context)].sort(byPosition),
    fixes: (document, context, finding) => findFixes(document, context.profile ?? 'docbridge', finding),
    identify: (text, profile = 'docbridge') => {
      const located = locateFrontMatter(text);
      return located.kind === 'read' ? identityOfClaims(documentClaims(located.model, profile)) : {};
    },
  } satisfies LanguageService);
}

function byPosition({ range: { start: a } }: Finding, { range: { start: b } }: Finding): number {
  return a.line - b.line || a.character - b.character;
}
