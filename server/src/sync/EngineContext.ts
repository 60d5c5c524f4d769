import type { Binding } from '../config/Configuration.js';
import type { Base, BaseContent } from './core/base.js';
import type { EnginePorts } from './EnginePorts.js';

/** Reads base contents once each. */
export interface BaseContents {
  get(id: string): Promise<BaseContent | undefined>;
}

/** What the parts of one run share: the binding, the ports, and the base as it was at the beginning. */
export interface EngineContext extends EnginePorts {
  readonly binding: Binding;
  readonly base: Base;
  readonly contents: BaseContents;
  /** Ids that an interrupted run created and could not save in the base, by path. */
  readonly createdIds: ReadonlyMap<string, string>;
}
