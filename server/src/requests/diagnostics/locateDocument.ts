import type { DocumentKind } from '../../language/LanguageService.js';
import type { OpenBinding } from '../OpenBinding.js';

/** Where a document of the editor stands among the bindings. */
export interface DocumentPlace {
  readonly kind: DocumentKind;
  /** Relative to `root`. */
  readonly path: string;
  /** URI of the folder that `path` counts from, with a slash at the end. */
  readonly root: string;
  readonly binding: OpenBinding | undefined;
}

/**
 * What a document is to us; `undefined`: none of our business. Markdown counts inside a binding's directory
 * and in the virtual workspace alone, the index of apps and docbridge.json anywhere.
 */
export function locateDocument(
  document: { readonly uri: string; readonly languageId: string; readonly text: string },
  bindings: readonly OpenBinding[],
): DocumentPlace | undefined {
  const uri = canonicalUri(document.uri);
  const home = folderOf(uri, bindings);
  const parent = uri.slice(0, uri.lastIndexOf('/') + 1);
  const place = (kind: DocumentKind, root: string): DocumentPlace => ({
    kind,
    root,
    path: decode(uri.slice(root.length)),
    binding: home?.binding,
  });
  if (uri.endsWith('/docbridge.json')) return place('configuration', parent);
  if (uri.endsWith('/.meta/meta.json')) return place('meta', parent.slice(0, -'.meta/'.length));
  if (home === undefined) return undefined;
  if (document.languageId === 'markdown' || /\.(md|mdx|markdown)$/i.test(uri))
    return place('markdown', home.root);
  if (uri.endsWith('.json') && document.text.includes('"appV2"')) return place('app', home.root);
  return undefined;
}

/** The binding that a URI lies in: the one with the longest directory. */
function folderOf(
  uri: string,
  bindings: readonly OpenBinding[],
): { readonly root: string; readonly binding: OpenBinding } | undefined {
  let best: { root: string; binding: OpenBinding } | undefined;
  for (const binding of bindings) {
    for (const root of rootsOf(binding)) {
      if (uri.startsWith(root) && (best === undefined || root.length > best.root.length))
        best = { root, binding };
    }
  }
  return best;
}

/** URIs that a binding's files stand under: in the checkout and in the virtual workspace. */
export function rootsOf({ uri, binding }: OpenBinding): readonly string[] {
  const folder = canonicalUri(uri.slice(0, uri.lastIndexOf('/') + 1));
  const directory = binding.repository.directory;
  const checkout = directory === '' ? folder : `${folder}${encodePath(directory)}/`;
  const name = encodeURIComponent(binding.name);
  return [checkout, `docbridge:/${name}/`];
}

/** One spelling for each URI: editors differ in what they percent-encode (`c%3A`, `@`, blanks). */
export function canonicalUri(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*:)(\/\/[^/]*)?(.*)$/is.exec(uri);
  if (match === null) return uri;
  const [, scheme = '', authority = '', path = ''] = match;
  return scheme.toLowerCase() + authority.toLowerCase() + encodePath(decode(path));
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
