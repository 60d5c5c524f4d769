import type { Command } from 'commander';
import type { Start } from '../Start.js';
import { addRunCommand } from './runCommand.js';

/** `docbridge sync`: both ways. */
export function addSync(program: Command, start: Start): void {
  addRunCommand(program, start, {
    name: 'sync',
    direction: 'both',
    description: 'bring both sides into step, as the direction of each binding allows',
  });
}
