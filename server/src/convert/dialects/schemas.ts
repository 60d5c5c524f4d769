import type { Dialect } from '../tiptap.js';
import { DOCMOST_SCHEMA } from './docmostSchema.js';
import { OUTLINE_SCHEMA } from './outlineSchema.js';
import { ATOM_BLOCK, ATOM_INLINE, COMMON_NODES, type Schema, type Shape } from './shapes.js';

const OFFICIAL_MARKS = [
  'bold',
  'italic',
  'strike',
  'code',
  'underline',
  'link',
  'highlight',
  'subscript',
  'superscript',
  'textStyle',
] as const;

/** TipTap's official extensions (3.31.3), images in lines. */
const TIPTAP_SCHEMA: Schema = {
  nodes: {
    ...COMMON_NODES,
    image: ATOM_INLINE,
    emoji: ATOM_INLINE,
    youtube: ATOM_BLOCK,
    twitch: ATOM_BLOCK,
    audio: ATOM_BLOCK,
  },
  marks: OFFICIAL_MARKS,
  besideCode: 'none',
};

/** ondoki's editor: the same, images between paragraphs, and nodes of its own. */
const ONDOKI_SCHEMA: Schema = {
  ...TIPTAP_SCHEMA,
  nodes: {
    ...TIPTAP_SCHEMA.nodes,
    image: ATOM_BLOCK,
    'process-recording-node': ATOM_BLOCK,
    pageBreak: ATOM_BLOCK,
  },
};

const SCHEMAS: Readonly<Record<Dialect, Schema>> = {
  tiptap: TIPTAP_SCHEMA,
  ondoki: ONDOKI_SCHEMA,
  outline: OUTLINE_SCHEMA,
  docmost: DOCMOST_SCHEMA,
};

/** What the schema of a dialect's platforms says; TipTap's own by default. */
export function schemaOf(dialect: Dialect = 'tiptap'): Schema {
  return SCHEMAS[dialect];
}

/** Every node that some platform here has, for those that a platform holds beyond its dialect. */
export const EVERY_NODE: ReadonlyMap<string, Shape> = new Map(
  [DOCMOST_SCHEMA, OUTLINE_SCHEMA, ONDOKI_SCHEMA, TIPTAP_SCHEMA].flatMap(({ nodes }) =>
    Object.entries(nodes),
  ),
);

/** Every mark that some platform here has. */
export const EVERY_MARK: ReadonlySet<string> = new Set(Object.values(SCHEMAS).flatMap(({ marks }) => marks));
