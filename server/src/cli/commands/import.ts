import type { Command } from 'commander';
import type { Start } from '../Start.js';
import { addRunCommand } from './runCommand.js';

/** `docbridge import`: Git to platform. */
export function addImport(program: Command, start: Start): void {
  addRunCommand(program, start, {
    name: 'import',
    direction: 'import',
    description: 'write what changed in Git to the platform',
  });
}
