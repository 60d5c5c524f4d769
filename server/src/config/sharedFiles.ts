import picomatch from 'picomatch';
import type { Binding } from './Configuration.js';
import { repositoryKey } from './addresses.js';

/** Whether two bindings would export to the same files; importing from the same ones is fine (DESIGN: 4). */
export function exportToSameFiles(a: Binding, b: Binding): boolean {
  return (
    exports(a) &&
    exports(b) &&
    repositoryKey(a.repository.url) === repositoryKey(b.repository.url) &&
    a.repository.branch === b.repository.branch &&
    kindsOf(a).some((kind) => kindsOf(b).includes(kind)) &&
    (reaches(a, b.repository.directory) || reaches(b, a.repository.directory))
  );
}

function exports(binding: Binding): boolean {
  return binding.enabled && binding.direction !== 'import' && binding.runBy === 'docbridge';
}

/** Documents and apps never share a file: `.md` and `<App>/<version>.json`. */
function kindsOf(binding: Binding): readonly ('document' | 'app')[] {
  switch (binding.platform.kind) {
    case 'tooljet':
      return ['app'];
    case 'ondoki':
    case 'gitbook':
    case 'outline':
    case 'docmost':
      return ['document'];
    case 'embedded':
    case 'coregit':
      return ['document', 'app'];
  }
}

/** Whether a binding's files may lie in `directory`: it is the same or below, and not excluded. */
function reaches(binding: Binding, directory: string): boolean {
  const own = binding.repository.directory;
  if (own === directory) return true;
  const prefix = own === '' ? '' : `${own}/`;
  if (!directory.startsWith(prefix)) return false;
  const below = directory.slice(prefix.length);
  const excluded = picomatch([...binding.exclude], { dot: true });
  return !['page.md', 'folder/page.md', 'app/v1.json'].every((file) => excluded(`${below}/${file}`));
}
