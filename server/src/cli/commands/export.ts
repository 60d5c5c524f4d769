import type { Command } from 'commander';
import type { Start } from '../Start.js';
import { addRunCommand } from './runCommand.js';

/** `docbridge export`: platform to Git. */
export function addExport(program: Command, start: Start): void {
  addRunCommand(program, start, {
    name: 'export',
    direction: 'export',
    description: 'write what changed on the platform to Git, as one commit',
  });
}
