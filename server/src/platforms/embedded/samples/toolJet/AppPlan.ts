import type { Json } from '../../../../convert/tiptap.js';

export type JsonObject = Readonly<Record<string, Json>>;

/**
 * An app as a person would sketch it: names instead of ids. In any string, `queries.NAME` and
 * `components.NAME` within `{{…}}` name a query or component of the same app.
 */
export interface AppPlan {
  readonly name: string;
  readonly slug: string;
  readonly icon: string;
  readonly versionName: string;
  readonly description: string;
  /** ISO 8601 time that every entity carries, so that the bytes are the same in every run. */
  readonly at: string;
  readonly pages: readonly PagePlan[];
  readonly queries: readonly QueryPlan[];
  readonly tables: readonly TablePlan[];
}

export interface PagePlan {
  readonly name: string;
  readonly handle: string;
  readonly icon: string;
  readonly components: readonly ComponentPlan[];
}

/** Place on the canvas: columns (of 43) from the left, pixels from the top, width in columns, height in pixels. */
export type Box = readonly [left: number, top: number, width: number, height: number];

export interface ComponentPlan {
  readonly name: string;
  readonly type: string;
  /** Name of the component that holds this one. */
  readonly parent?: string;
  /** Part of the parent, for example `header`. */
  readonly slot?: string;
  readonly box: Box;
  readonly properties: JsonObject;
  readonly styles?: JsonObject;
  readonly validation?: JsonObject;
  readonly actions?: readonly ActionPlan[];
}

/** What happens on an event of a component, page or query. */
export interface ActionPlan {
  readonly on: string;
  readonly action: JsonObject & { readonly actionId: string };
  /** Name of the query that the action runs. */
  readonly query?: string;
  /** Name of the modal that the action opens or closes. */
  readonly modal?: string;
}

export interface QueryPlan {
  readonly name: string;
  readonly kind: 'tooljetdb' | 'runjs' | 'restapi';
  readonly options: JsonObject;
  /** Name of the table that a `tooljetdb` query reads or writes. */
  readonly table?: string;
  readonly actions?: readonly ActionPlan[];
}

/** A table of ToolJet's own database: its columns, no rows. */
export interface TablePlan {
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
}

export interface ColumnPlan {
  readonly name: string;
  readonly type:
    'integer' | 'character varying' | 'double precision' | 'boolean' | 'timestamp with time zone';
  readonly primaryKey?: boolean;
  readonly required?: boolean;
  readonly unique?: boolean;
}
