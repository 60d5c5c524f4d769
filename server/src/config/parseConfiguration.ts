import { ConfigurationError } from '../errors/usageErrors.js';
import type { Binding, Configuration } from './Configuration.js';
import { platformUrlProblem, repositoryUrlProblem } from './addresses.js';
import { bindingVariableSuffix } from './bindingVariableSuffix.js';
import { branchProblem, directoryProblem } from './gitNames.js';
import { JsonDocument, printPath } from './jsonDocument.js';
import { resolveBinding } from './resolveBinding.js';
import type { WrittenBinding } from './resolveBinding.js';
import { schemaProblems } from './schemaProblems.js';
import type { Problem } from './schemaProblems.js';
import { exportToSameFiles } from './sharedFiles.js';

/**
 * Reads a docbridge.json: strict JSON, held against its schema and against what a schema cannot say. Every
 * key of the result has its value or its default. `file` is for messages alone. Throws `ConfigurationError`
 * whose `problems` name each key with its line; no value of the file stands in them, it may be a secret.
 */
export function parseConfiguration(text: string, file: string): Configuration {
  const document = new JsonDocument(text);
  if (document.problems.length > 0) throw new ConfigurationError(file, document.problems);
  const value = document.value();
  const schema = schemaProblems(value);
  const fail = (problems: readonly Problem[]): never => {
    throw new ConfigurationError(
      file,
      problems.map(({ path, message }) => {
        const where = printPath(path) || 'the file';
        return `${where} (line ${document.line(path)}): ${message}`;
      }),
    );
  };
  if (schema.length > 0) fail(schema);
  // The schema has just said that it is one.
  const { bindings } = value as { readonly bindings: readonly WrittenBinding[] };
  const resolved = bindings.map(resolveBinding);
  const problems = [
    ...resolved.flatMap((binding, index) => bindingProblems(binding, index)),
    ...sameNames(resolved),
  ];
  if (problems.length > 0) fail(problems);
  const shared = sharedFiles(resolved);
  if (shared.length > 0) fail(shared);
  return { file, bindings: resolved };
}

function bindingProblems(binding: Binding, index: number): readonly Problem[] {
  const { platform, repository } = binding;
  const checks: readonly (readonly [readonly string[], string | undefined])[] = [
    [['name'], /\.lock$/iu.test(binding.name) ? 'must not end in ".lock"' : undefined],
    [['platform', 'url'], platformUrlProblem(platform.url)],
    [['platform', 'subject'], subjectProblem(platform.subject)],
    [['repository', 'url'], repositoryUrlProblem(repository.url)],
    [['repository', 'branch'], branchProblem(repository.branch)],
    [['repository', 'directory'], directoryProblem(repository.directory)],
  ];
  return checks.flatMap(([path, message]) =>
    message === undefined ? [] : [{ path: ['bindings', index, ...path], message }],
  );
}

function subjectProblem(subject: string): string | undefined {
  return /[\u0000-\u001f\u007f]/u.test(subject) ? 'must not hold control characters' : undefined;
}

/** Names that give the same variables (`DOCBRIDGE_GIT_TOKEN__<BINDING>`) would share credentials. */
function sameNames(bindings: readonly Binding[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return bindings.flatMap(({ name }, index) => {
    const suffix = bindingVariableSuffix(name);
    const other = seen.get(suffix);
    seen.set(suffix, other ?? name);
    if (other === undefined) return [];
    const message = other === name ? 'this name stands twice' : `this name is too close to "${other}"`;
    return [{ path: ['bindings', index, 'name'], message }];
  });
}

function sharedFiles(bindings: readonly Binding[]): readonly Problem[] {
  return bindings.flatMap((binding, index) => {
    const other = bindings.slice(0, index).find((each) => exportToSameFiles(each, binding));
    if (other === undefined) return [];
    const message = `exports to the same files as "${other.name}"; give it another directory or branch, or "direction": "import"`;
    return [{ path: ['bindings', index, 'repository'], message }];
  });
}
