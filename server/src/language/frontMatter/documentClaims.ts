import type { Profile } from '../../config/Configuration.js';
import { canonicalValues, keyPath } from '../../convert/frontMatter/profiles.js';
import type { DocumentIdentity } from '../FolderIndex.js';
import type { FrontMatterModel, Span } from './FrontMatterModel.js';

interface Claim {
  readonly value: string;
  readonly span: Span;
}

/** Id and slug of a document with their places. */
export interface DocumentClaims {
  readonly id?: Claim;
  readonly slug?: Claim;
}

export function documentClaims(model: FrontMatterModel, profile: Profile): DocumentClaims {
  const { docbridge, slug } = canonicalValues(model.data, profile);
  const id =
    typeof docbridge === 'object' && docbridge !== null && 'id' in docbridge ? docbridge.id : undefined;
  const claim = (value: unknown, path: readonly string[]): Claim | undefined =>
    typeof value === 'string' && value !== '' ? { value, span: model.value(path) ?? model.fence } : undefined;
  const idClaim = claim(id, [...keyPath('docbridge', profile), 'id']);
  const slugClaim = claim(slug, keyPath('slug', profile));
  return {
    ...(idClaim === undefined ? {} : { id: idClaim }),
    ...(slugClaim === undefined ? {} : { slug: slugClaim }),
  };
}

export function identityOfClaims({ id, slug }: DocumentClaims): DocumentIdentity {
  return {
    ...(id === undefined ? {} : { id: id.value }),
    ...(slug === undefined ? {} : { slug: slug.value }),
  };
}
