/**
 * One running process, so that its death can be noticed even when its id is used again. Texts are letters,
 * digits, "." and "-".
 */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Names the boot and the moment of the start; empty where they are unknown. */
  readonly started: string;
}

/** Who we are, and whether somebody else still runs. */
export interface Processes {
  self(): ProcessIdentity;
  /** `undefined`: it cannot be known from here (another host). */
  isAlive(owner: ProcessIdentity): boolean | undefined;
}
