import { configure } from './handlers/configure.js';
import { conflicts } from './handlers/conflicts.js';
import { create } from './handlers/create.js';
import { forgetCredential } from './handlers/forgetCredential.js';
import { list } from './handlers/list.js';
import { move } from './handlers/move.js';
import { plan } from './handlers/plan.js';
import { probePlatform } from './handlers/probePlatform.js';
import { probeRepository } from './handlers/probeRepository.js';
import { read } from './handlers/read.js';
import { readSide } from './handlers/readSide.js';
import { remove } from './handlers/remove.js';
import { resolve } from './handlers/resolve.js';
import { run } from './handlers/run.js';
import { status } from './handlers/status.js';
import { toMarkdown } from './handlers/toMarkdown.js';
import { toTiptap } from './handlers/toTiptap.js';
import { watch } from './handlers/watch.js';
import { windowState } from './handlers/windowState.js';
import { write } from './handlers/write.js';
import type { MessageHandler } from './messageHandler.js';

/** Every message that a client sends (protocol.ts), each with its handler. */
export const messageHandlers: readonly MessageHandler[] = [
  configure,
  forgetCredential,
  probePlatform,
  probeRepository,
  status,
  plan,
  run,
  conflicts,
  resolve,
  list,
  watch,
  windowState,
  read,
  readSide,
  write,
  create,
  move,
  remove,
  toTiptap,
  toMarkdown,
];
