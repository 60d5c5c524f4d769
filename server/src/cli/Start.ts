import type { Command } from 'commander';
import type { Session } from './Session.js';

/** Runs a command's work in a session and keeps the exit code that it gives. */
export type Start = (command: Command, work: (session: Session) => Promise<number>) => Promise<void>;
