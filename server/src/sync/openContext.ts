import type { Binding } from '../config/Configuration.js';
import { emptyBase } from './core/base.js';
import type { BaseContent } from './core/base.js';
import type { EnginePorts } from './EnginePorts.js';
import type { BaseContents, EngineContext } from './EngineContext.js';
import { createdIds } from './RunJournal.js';
import type { StateStore } from './StateStore.js';

/** The context of one look or run: the base as it is now. */
export async function openContext(binding: Binding, ports: EnginePorts): Promise<EngineContext> {
  const base = (await ports.state.loadBase()) ?? emptyBase;
  const known = await createdIds(ports.state);
  return { ...ports, binding, base, contents: storedContents(ports.state), createdIds: known };
}

function storedContents(state: StateStore): BaseContents {
  const read = new Map<string, Promise<BaseContent | undefined>>();
  return {
    get(id) {
      const known = read.get(id) ?? state.readContent(id);
      read.set(id, known);
      return known;
    },
  };
}
