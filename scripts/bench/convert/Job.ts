import type { Measured } from '../Measured.js';
import type { Timing } from '../Timing.js';

/** A bundled variant. */
export interface VariantFile {
  readonly name: string;
  readonly file: string;
}

/** Measures works in turn in one process. Files are paths of bundles. */
export interface TimeJob {
  readonly kind: 'time';
  readonly converters: readonly VariantFile[];
  readonly engines: readonly VariantFile[];
  /** The bundle of ours with a base, when edits are measured. */
  readonly editor: string | undefined;
  readonly dom: string;
  /** Markdown without front matter. */
  readonly documents: readonly string[];
  /** One document of about 100 kB. */
  readonly large: string;
  readonly rounds: number;
}

/** Lets one variant work once over all documents in a process of its own. */
export interface MemoryJob {
  readonly kind: 'memory';
  readonly role: 'converter' | 'engine';
  readonly variant: VariantFile;
  readonly dom: string;
  readonly documents: readonly string[];
}

/** Lets one engine parse one text once in a process of its own, which can be ended. */
export interface HostileJob {
  readonly kind: 'hostile';
  readonly engine: VariantFile;
  readonly text: string;
}

/** Profiles round trips of our converter, whose bundle is not minified. */
export interface ProfileJob {
  readonly kind: 'profile';
  readonly converter: VariantFile;
  readonly documents: readonly string[];
  readonly rounds: number;
  /** Where the .cpuprofile is written. */
  readonly output: string;
}

export type Job = TimeJob | MemoryJob | HostileJob | ProfileJob;

/** What a job is answered with, by its kind. */
export interface Replies {
  /** `failures` are the stacks of groups of works that could not be measured. */
  readonly time: { readonly measured: readonly Measured[]; readonly failures: readonly string[] };
  /** Peak resident memory above that of the empty process, in bytes. */
  readonly memory: number;
  /** `error` says what was thrown. */
  readonly hostile: Timing & { readonly error: string | undefined };
  readonly profile: null;
}
