import { bundle, type Places } from './bundle.js';
import type { VariantFile } from './Job.js';
import { OURS, type VariantSource } from './Variant.js';

/** A bundled variant with the size of its bundle. */
export interface VariantBundle extends VariantFile {
  readonly bytes: number;
}

/** Bundles ours and those whose names hold one of `names`; all of them where that is empty. */
export function bundleVariants(
  places: Places,
  sources: readonly VariantSource[],
  names: readonly string[],
): Promise<readonly VariantBundle[]> {
  const chosen = sources.filter(
    ({ name }) => name === OURS || names.length === 0 || names.some((part) => name.includes(part)),
  );
  return Promise.all(
    chosen.map(async ({ name, entry }) => {
      const { file, bytes } = await bundle(places, entry, entry.replace(/^.*\/|\.[^.]+$/g, ''));
      return { name, file, bytes };
    }),
  );
}
