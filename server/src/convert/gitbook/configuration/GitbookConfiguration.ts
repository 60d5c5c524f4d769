/** What a `.gitbook.yaml` sets. https://gitbook.com/docs/getting-started/git-sync/content-configuration */
export interface GitbookConfiguration {
  /** Folder of the content below the folder of the file: `''` for that folder itself, `docs/site`. */
  readonly root: string;
  /** Path of the first page from the root. */
  readonly readme: string;
  /** Path of the table of contents from the root. */
  readonly summary: string;
  /** Old paths to pages of the root (`page.md`, with an anchor if there is one); neither begins with a slash. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** What holds where a file sets nothing. */
export const DEFAULT_CONFIGURATION: GitbookConfiguration = {
  root: '',
  readme: 'README.md',
  summary: 'SUMMARY.md',
  redirects: new Map(),
};

/**
 * Codes of problems; those of YAML itself (`gitbook-yaml-syntax`, `-too-large`, `-too-deep`, `-too-complex`,
 * `-duplicate-key`, `-forbidden-key`, `-not-a-map` …) come from the reader of front matter, whose limits hold here too.
 */
export type ConfigurationProblemCode = `gitbook-yaml-${string}`;

/** Something wrong in a `.gitbook.yaml`, and where (UTF-16 offsets). What it concerns is as if it were not set. */
export interface ConfigurationProblem {
  readonly code: ConfigurationProblemCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
