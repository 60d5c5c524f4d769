import type { ServiceInfo } from './ServiceInfo.js';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly content: unknown;
  readonly folder_id: string | null;
}

/** The embedded platform as its own web page would use it: what somebody else does there. */
export class PlatformAccess {
  readonly #platform: ServiceInfo['platform'];

  constructor({ platform }: ServiceInfo) {
    this.#platform = platform;
  }

  async documents(project: string): Promise<readonly Listed[]> {
    const query = new URLSearchParams({ project_id: project, sort_by: 'updated_at', limit: '1000' });
    const listed: unknown = await this.#call('GET', `/documents/filtered?${query.toString()}`);
    if (Array.isArray(listed)) return listed as Listed[];
    return (listed as { readonly documents: readonly Listed[] }).documents;
  }

  async find(project: string, name: string): Promise<Listed> {
    const found = (await this.documents(project)).find((document) => document.name === name);
    if (found === undefined) throw new Error(`There is no document "${name}".`);
    return found;
  }

  async create(project: string, name: string, ...paragraphs: readonly string[]): Promise<string> {
    const body = {
      name,
      content: doc(paragraphs),
      project_id: project,
      folder_id: null,
      is_private: false,
      page_layout: 'document',
    };
    return ((await this.#call('POST', '/documents/', body)) as { readonly id: string }).id;
  }

  async rewrite(project: string, name: string, ...paragraphs: readonly string[]): Promise<void> {
    const { id, version } = await this.find(project, name);
    await this.#call('PUT', `/documents/${id}`, { content: doc(paragraphs), version });
  }

  /** The text of a document, paragraph by paragraph. */
  async text(project: string, name: string): Promise<string> {
    return textOf((await this.find(project, name)).content).trim();
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#platform.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#platform.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}

function doc(paragraphs: readonly string[]): unknown {
  const content = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return { type: 'doc', content };
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, content } = node as {
    readonly type?: string;
    readonly text?: string;
    readonly content?: unknown[];
  };
  const inner = (text ?? '') + (content ?? []).map(textOf).join('');
  return type === 'paragraph' || type === 'heading' ? `${inner}\n` : inner;
}
