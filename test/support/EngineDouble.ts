import type { BindingStatus, Run, WorkspaceEntry, WorkspaceFile } from '../../server/src/protocol.js';
import type { Engine } from '../../server/src/sync/Engine.js';
import type { Workspace } from '../../server/src/sync/Workspace.js';

/** A finished run. */
export function finishedRun(changes: Partial<Run> = {}): Run {
  return {
    run_id: 'r1',
    status: 'success',
    direction: 'export',
    remote_sha: null,
    commit_sha: null,
    files_changed: 0,
    deleted: 0,
    conflicts: [],
    message: '',
    started_at: '2025-01-01T00:00:00Z',
    completed_at: '2025-01-01T00:00:01Z',
    ...changes,
  };
}

/** One document of a listing. */
export function documentEntry(path: string, revision = '1'): WorkspaceEntry {
  return {
    path,
    kind: 'document',
    id: path,
    title: path,
    order: null,
    revision,
    modified: 0,
    state: 'unknown',
    readOnly: false,
  };
}

/** An engine without a platform or a repository: each test replaces what it looks at. */
export class EngineDouble implements Engine {
  readonly name: string;
  disposed = false;
  entries: readonly WorkspaceEntry[] = [];
  onRun: Engine['run'] = () => Promise.resolve(finishedRun());
  onList: () => Promise<readonly WorkspaceEntry[]> = () => Promise.resolve(this.entries);

  constructor(name: string) {
    this.name = name;
  }

  readonly workspace: Workspace = {
    list: () => this.onList(),
    read: (path) => Promise.resolve(file(path)),
    readSide: (side) => Promise.resolve(side === 'base' ? undefined : 'git'),
    write: (_path, text) => Promise.resolve(file(text)),
    create: (_path, text) => Promise.resolve(file(text)),
    createFolder: () => Promise.resolve(),
    move: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };

  status(): Promise<BindingStatus> {
    return Promise.resolve({
      name: this.name,
      state: 'in-sync',
      platform: { kind: 'embedded', url: 'http://127.0.0.1', subject: 's' },
      repository: { url: 'http://127.0.0.1/r.git', branch: 'main', directory: '' },
      direction: 'both',
      to_git: 0,
      to_platform: 0,
      conflicts: 0,
      left_out: {},
      last_run: null,
    });
  }

  plan(): ReturnType<Engine['plan']> {
    return Promise.resolve({
      name: this.name,
      direction: 'both',
      items: [],
      requests: 0,
      hash: 'h',
      left_out: {},
      problems: [],
    });
  }

  run(options: Parameters<Engine['run']>[0]): Promise<Run> {
    return this.onRun(options);
  }

  conflicts(): ReturnType<Engine['conflicts']> {
    return Promise.resolve([]);
  }

  resolve(): Promise<Run> {
    return Promise.resolve(finishedRun());
  }

  history(): Promise<readonly Run[]> {
    return Promise.resolve([]);
  }

  dispose(): Promise<void> {
    this.disposed = true;
    return Promise.resolve();
  }
}

function file(text: string): WorkspaceFile {
  return { text, revision: '1', readOnly: false, notices: [] };
}
