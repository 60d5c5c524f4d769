import { isPlatformMark } from '../attributes.js';
import type { Notice } from '../conversion.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { EVERY_MARK, EVERY_NODE } from './schemas.js';
import type { Schema, Shape } from './shapes.js';

/** What a downgrade goes by, and whom it tells. */
export interface Fitting {
  readonly schema: Schema;
  /** The platform's rule for a node; undefined when it has none of its kind. */
  readonly shapeOf: (type: string) => Shape | undefined;
  /** Where a node stands on this platform or, when it has none of its kind, on others. */
  readonly placeOf: (type: string) => Shape['place'] | undefined;
  /** A node that no platform here is known to have: it came from one, so it may go back there. */
  readonly isForeign: (type: string) => boolean;
  readonly takesMark: (mark: TiptapMark) => boolean;
  readonly notice: (message: string, pointer: string) => void;
}

/** A fitting for a schema and what the platform already holds beyond it; see downgrade. */
export function createFitting(schema: Schema, held: TiptapNode | undefined, notices: Notice[]): Fitting {
  const known = held === undefined ? NOTHING_HELD : typesHeldBy(held);
  const marks = new Set([...schema.marks, ...known.marks]);
  const shapes = new Map([...heldShapes(known.nodes), ...Object.entries(schema.nodes)]);
  return {
    schema,
    shapeOf: (type) => shapes.get(type),
    placeOf: (type) => (shapes.get(type) ?? EVERY_NODE.get(type))?.place,
    isForeign: (type) => !EVERY_NODE.has(type) && type !== 'rawBlock' && type !== 'rawInline',
    takesMark: (mark) => marks.has(mark.type) || isPlatformMark(mark) || !EVERY_MARK.has(mark.type),
    notice: (message, pointer) => {
      notices.push({ code: 'downgraded', message, pointer });
    },
  };
}

interface Types {
  readonly nodes: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

const NOTHING_HELD: Types = { nodes: new Set(), marks: new Set() };

/** What documents hold that were asked about; a base is asked about with every edit of it, and is never changed. */
const HELD = new WeakMap<TiptapNode, Types>();

function typesHeldBy(document: TiptapNode): Types {
  const known = HELD.get(document) ?? typesIn(document);
  HELD.set(document, known);
  return known;
}

/** Where nodes stand and what they hold; what one platform's schema says beyond that is not known of another. */
function heldShapes(types: ReadonlySet<string>): readonly (readonly [string, Shape])[] {
  return [...EVERY_NODE]
    .filter(([type]) => types.has(type))
    .map(([type, { place, holds }]) => [type, { place, holds }]);
}

function typesIn(top: TiptapNode): Types {
  const nodes = new Set<string>();
  const marks = new Set<string>();
  const visit = (node: TiptapNode): void => {
    nodes.add(node.type);
    for (const { type } of node.marks ?? []) marks.add(type);
    node.content?.forEach(visit);
  };
  visit(top);
  return { nodes, marks };
}
