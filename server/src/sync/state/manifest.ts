import type { Json } from '../../convert/tiptap.js';
import type { Base, BaseItem } from '../core/base.js';
import type { ContentPlace } from './ContentSegments.js';

/** base.json: the base, and where the content of each of its items lies. */
export interface Manifest {
  readonly base: Base;
  readonly places: ReadonlyMap<string, ContentPlace>;
  /** Bytes of every segment that a place names. */
  readonly sizes: ReadonlyMap<string, number>;
}

type PlaceRow = readonly [segment: number, offset: number, length: number];

interface ManifestJson {
  readonly commit: string | null;
  readonly segments: readonly (readonly [name: string, size: number])[];
  readonly items: readonly (readonly [item: BaseItem, place: PlaceRow | null])[];
}

/** Segments are named once and referred to by number. */
export function writeManifest({ base, places, sizes }: Manifest): Json {
  const segments = [...new Set([...places.values()].map(({ segment }) => segment))];
  const numbers = new Map(segments.map((segment, number) => [segment, number]));
  const items = [...base.items.values()].map((item) => {
    const place = places.get(item.id);
    const number = place === undefined ? undefined : numbers.get(place.segment);
    const row: PlaceRow | null =
      place === undefined || number === undefined ? null : [number, place.offset, place.length];
    return [item, row] as const;
  });
  const manifest: ManifestJson = {
    commit: base.commit,
    segments: segments.map((segment) => [segment, sizes.get(segment) ?? 0]),
    items,
  };
  // Base items are plain JSON; absent keys stay absent.
  return manifest as object as Json;
}

/** Reads what `writeManifest` wrote; its checksum has been verified. */
export function readManifest(value: Json): Manifest {
  const { commit, segments, items } = value as object as ManifestJson;
  const places = new Map<string, ContentPlace>();
  for (const [item, row] of items) {
    const segment = row === null ? undefined : segments[row[0]]?.[0];
    if (row !== null && segment !== undefined) {
      places.set(item.id, { segment, offset: row[1], length: row[2] });
    }
  }
  return {
    base: { commit, items: new Map(items.map(([item]) => [item.id, item])) },
    places,
    sizes: new Map(segments),
  };
}
