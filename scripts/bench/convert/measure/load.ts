import { pathToFileURL } from 'node:url';
import type { VariantFile } from '../Job.js';
import type { VariantModule } from '../Variant.js';

/** A variant that is ready to work: its methods stand between `enter` and `leave`. */
export interface Loaded<T> {
  readonly name: string;
  readonly subject: T;
  /** Puts the DOM in place, for those that want one. */
  readonly enter: () => void;
  readonly leave: () => void;
}

interface Dom {
  readonly enter: () => void;
  readonly leave: () => void;
}

const noDom: Dom = { enter: () => undefined, leave: () => undefined };

/** Loads a variant's bundle; `dom` is the bundle of the DOM, loaded only where the variant needs it. */
export async function load<T>({ name, file }: VariantFile, dom: string): Promise<Loaded<T>> {
  const module = await importBundle<VariantModule<T>>(file);
  const { enter, leave } = module.needsDom === true ? await createDom(dom) : noDom;
  enter();
  try {
    return { name, subject: await module.create(), enter, leave };
  } finally {
    leave();
  }
}

/** Imports a bundle of this benchmark by its path; the caller knows what it exports. */
export async function importBundle<M>(file: string): Promise<M> {
  return (await import(pathToFileURL(file).href)) as M;
}

async function createDom(file: string): Promise<Dom> {
  const module = await importBundle<{ createDom(): Dom }>(file);
  return module.createDom();
}
