import { DocbridgeError } from './DocbridgeError.js';

/** No item at this path of the virtual workspace. */
export class PathNotFoundError extends DocbridgeError {
  constructor(path: string) {
    super('path-not-found', 'usage', `There is nothing at ${path}; refresh the view and look again.`, {
      path,
    });
  }
}

/** Something else is at this path already. */
export class PathTakenError extends DocbridgeError {
  constructor(path: string) {
    super('path-taken', 'usage', `There already is something at ${path}; choose another name.`, { path });
  }
}

/** The item cannot be changed from here. */
export class ReadOnlyError extends DocbridgeError {
  constructor(path: string, reason: string) {
    super('read-only', 'usage', `${path} cannot be changed here: ${reason}.`, { path });
  }
}
