import type { Severity } from './Severity.js';

interface FindingKind {
  readonly severity: Severity;
  /** One sentence for rule lists (SARIF, documentation). */
  readonly summary: string;
  /** A quick fix exists. */
  readonly fixable?: true;
}

/** Every finding that the language service can make; the keys are stable. */
export const findingCodes = {
  'front-matter-yaml': { severity: 'error', summary: 'The front matter is not valid YAML.' },
  'front-matter-limits': { severity: 'error', summary: 'The front matter is larger or deeper than is read.' },
  'front-matter-unterminated': { severity: 'error', summary: 'The front matter has no closing fence.' },
  'front-matter-not-first': {
    severity: 'warning',
    summary: 'The front matter does not begin in the first line, so it is read as text.',
    fixable: true,
  },
  'front-matter-not-a-map': {
    severity: 'error',
    summary: 'The front matter is not a list of keys and values.',
  },
  'front-matter-not-yaml': {
    severity: 'information',
    summary: 'The front matter is TOML, which Docbridge carries along but does not read.',
  },
  'front-matter-duplicate-key': { severity: 'error', summary: 'A key occurs twice in the front matter.' },
  'front-matter-forbidden-key': { severity: 'error', summary: 'A key of the front matter is not allowed.' },
  'front-matter-type': { severity: 'error', summary: 'A value of the front matter has the wrong type.' },
  'front-matter-unknown-key': {
    severity: 'warning',
    summary: 'A key of the front matter looks like a slip of the pen for a known one.',
    fixable: true,
  },
  'tags-not-a-list': {
    severity: 'error',
    summary: 'Tags or aliases are one value instead of a list.',
    fixable: true,
  },
  'title-empty': { severity: 'warning', summary: 'The title is empty.' },
  'title-missing': { severity: 'warning', summary: 'A file that Docbridge made has lost its title.' },
  'title-long': { severity: 'information', summary: 'The title is longer than some platforms take.' },
  'docbridge-id-duplicate': {
    severity: 'error',
    summary: 'Two files claim to be the same document of the platform.',
    fixable: true,
  },
  'slug-charset': { severity: 'warning', summary: 'The slug holds characters that an address cannot.' },
  'slug-duplicate': { severity: 'warning', summary: 'Two documents have the same address.' },
  'description-unquoted': {
    severity: 'hint',
    summary: 'GitBook drops an unquoted description that holds ":" or "#".',
    fixable: true,
  },
  'json-syntax': { severity: 'error', summary: 'The file is not valid JSON.' },
  'json-depth': { severity: 'error', summary: 'The file is nested deeper than is read.' },
  'json-duplicate-key': {
    severity: 'error',
    summary: 'A key occurs twice in one object; the last one wins.',
  },
  'meta-schema': { severity: 'error', summary: 'The index of apps is not as ToolJet reads it.' },
  'meta-name-duplicate': { severity: 'error', summary: 'Two entries of the index name the same app folder.' },
  'meta-name-case': {
    severity: 'warning',
    summary: 'Two app names differ in case alone, which Windows and macOS cannot hold.',
  },
  'meta-key-null': {
    severity: 'error',
    summary: 'An entry of the index has the key "null" instead of an app id.',
  },
  'meta-date-future': { severity: 'warning', summary: 'A push date lies in the future.' },
  'meta-folder-missing': { severity: 'warning', summary: 'An entry of the index has no folder.' },
  'meta-entry-missing': { severity: 'warning', summary: 'An app folder has no entry in the index.' },
  'meta-version-mismatch': {
    severity: 'warning',
    summary: 'The version in the index is not the JSON file in the folder of the app.',
  },
  'app-shape': { severity: 'error', summary: 'The file is not an app.' },
  'app-schema': { severity: 'error', summary: 'The app is not as ToolJet reads it.' },
  'app-id-duplicate': { severity: 'error', summary: 'Two entities of one kind have the same id.' },
  'app-component-name-duplicate': {
    severity: 'error',
    summary: 'Two components of a page have the same name.',
  },
  'app-reference-dangling': { severity: 'warning', summary: 'An id points to nothing in this app.' },
  configuration: { severity: 'error', summary: 'docbridge.json cannot be used as it is.' },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingCodes;
