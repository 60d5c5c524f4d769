import { NotSupportedYetError } from '../errors/usageErrors.js';
import type { Binding } from './Configuration.js';
import { repositoryScheme } from './addresses.js';

/** Throws `NotSupportedYetError` for the first key whose value is legal but that no code honours yet. */
export function assertSupported(binding: Binding): void {
  const supported: readonly (readonly [string, string, readonly string[]])[] = [
    ['platform.kind', binding.platform.kind, ['embedded', 'ondoki', 'tooljet']],
    ['repository.url', repositoryScheme(binding.repository.url) ?? 'unknown', ['https', 'http']],
    ['format', binding.format, ['markdown', 'tooljet']],
    ['runBy', binding.runBy, ['docbridge']],
    ['commit.mode', binding.commit.mode, ['push']],
    ['base', binding.base, ['local']],
    ['autoSync', String(binding.autoSync), ['false']],
  ];
  for (const [key, value, values] of supported) {
    if (!values.includes(value)) throw new NotSupportedYetError(binding.name, key, value, values);
  }
}
