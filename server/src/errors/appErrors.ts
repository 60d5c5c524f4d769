import { DocbridgeError } from './DocbridgeError.js';

/** An app's JSON file is not one that ToolJet writes. `problem` is a sentence without its full stop. */
export class AppFileError extends DocbridgeError {
  constructor(problem: string) {
    super('app-file', 'usage', `The app's JSON cannot be used: ${problem}. Correct the file in Git.`, {
      problem,
    });
  }
}

/** `.meta/meta.json` is damaged. `problems` name the entry and the key. */
export class MetaFileError extends DocbridgeError {
  constructor(problems: readonly string[]) {
    const shown = problems.slice(0, 5).join('; ');
    super('meta-file', 'usage', `.meta/meta.json cannot be used: ${shown}. Correct the file in Git.`, {
      problems,
    });
  }
}
