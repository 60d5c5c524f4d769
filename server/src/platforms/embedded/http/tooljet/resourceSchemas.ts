import type { Json } from '../../../../convert/tiptap.js';
import type { JsonObject } from '../../store/records.js';

/** One app of an import request. */
export interface ImportedApp {
  readonly definition: Json;
  readonly appName: string;
}

export const table = {
  type: 'object',
  required: ['id', 'table_name', 'schema'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', format: 'uuid' },
    table_name: { type: 'string' },
    schema: { type: 'object' },
  },
};

export const exportBody = {
  type: 'object',
  required: ['organization_id'],
  additionalProperties: false,
  properties: {
    organization_id: { type: 'string', format: 'uuid' },
    app: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', format: 'uuid' },
          search_params: {
            type: ['object', 'null'],
            additionalProperties: false,
            properties: { version_id: { type: 'string' } },
          },
        },
      },
    },
    tooljet_database: {
      type: 'array',
      items: {
        type: 'object',
        required: ['table_id'],
        additionalProperties: false,
        properties: { table_id: { type: 'string', format: 'uuid' } },
      },
    },
  },
};

export interface ExportBody {
  readonly organization_id: string;
  readonly app?: readonly {
    readonly id: string;
    readonly search_params?: { readonly version_id?: string } | null;
  }[];
  readonly tooljet_database?: readonly { readonly table_id: string }[];
}

export const importBody = {
  type: 'object',
  required: ['organization_id', 'tooljet_version'],
  additionalProperties: false,
  properties: {
    organization_id: { type: 'string', format: 'uuid' },
    tooljet_version: { type: 'string' },
    app: {
      type: 'array',
      items: {
        type: 'object',
        required: ['definition', 'appName'],
        additionalProperties: false,
        properties: { definition: { type: 'object' }, appName: { type: 'string', minLength: 1 } },
      },
    },
    tooljet_database: { type: 'array', items: table },
  },
};

export interface ImportBody {
  readonly organization_id: string;
  readonly tooljet_version: string;
  readonly app?: readonly ImportedApp[];
  readonly tooljet_database?: readonly JsonObject[];
}

export const externalImportBody = {
  type: 'object',
  required: ['tooljet_version', 'app'],
  additionalProperties: false,
  properties: {
    tooljet_version: { type: 'string' },
    appName: { type: 'string', minLength: 1 },
    app: {
      type: 'array',
      items: {
        type: 'object',
        required: ['definition'],
        additionalProperties: false,
        properties: { definition: { type: 'object' }, appName: { type: 'string', minLength: 1 } },
      },
    },
    tooljet_database: { type: 'array', items: table },
  },
};

export interface ExternalImportBody {
  readonly tooljet_version: string;
  readonly appName?: string;
  readonly app: readonly { readonly definition: JsonObject; readonly appName?: string }[];
  readonly tooljet_database?: readonly JsonObject[];
}

/** ToolJet's own limit for a body. */
export const importLimit = 50 * 1024 * 1024;
