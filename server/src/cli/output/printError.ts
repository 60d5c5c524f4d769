import type { DocbridgeErrorJson } from '../../errors/DocbridgeError.js';
import type { Colours } from './Colours.js';
import { plainText } from './plainText.js';

/** An error for people: what happened and what to do; problems of a configuration one a line. */
export function printError(error: DocbridgeErrorJson, colours: Colours): string {
  const problems = error.data['problems'];
  const file = error.data['file'];
  if (error.code === 'configuration' && Array.isArray(problems) && typeof file === 'string') {
    const lines = problems.map((problem) => `  ${plainText(String(problem))}`);
    return `${colours.red('✖')} ${plainText(file)} cannot be used:\n${lines.join('\n')}\n`;
  }
  return `${colours.red('✖')} ${plainText(error.message)}\n`;
}
