import assert from 'node:assert/strict';
import { pendingCount, statusModel } from '../../client/src/views/statusModel.js';
import type { BindingState, BindingStatus } from '../../server/src/protocol.js';
import { t } from './translate.js';

function status(state: BindingState, over: Partial<BindingStatus> = {}): BindingStatus {
  return {
    name: state,
    state,
    platform: { kind: 'embedded', url: 'http://127.0.0.1:1', subject: 's' },
    repository: { url: 'https://example.com/a.git', branch: 'main', directory: '' },
    direction: 'both',
    to_git: 0,
    to_platform: 0,
    conflicts: 0,
    left_out: {},
    last_run: null,
    ...over,
  };
}

const shown = (statuses: readonly BindingStatus[], running?: string, problems = 0) =>
  statusModel({ statuses, running, problems }, t);

suite('status bar', () => {
  test('is hidden while nothing is configured', () => {
    assert.equal(shown([]), undefined);
  });

  const cases: readonly (readonly [readonly BindingStatus[], string, string])[] = [
    [[status('in-sync')], '$(check) In sync', 'in-sync'],
    [[status('in-sync'), status('pending', { to_git: 2, to_platform: 1 })], '$(sync) 2↑ 1↓', 'pending'],
    [[status('pending', { to_platform: 3 })], '$(sync) 3↓', 'pending'],
    [[status('never-synced')], '$(cloud-upload) Not synced yet', 'never-synced'],
    [[status('never-synced', { to_git: 4 })], '$(sync) 4↑', 'pending'],
    [[status('in-sync'), status('never-synced')], '$(check) In sync', 'in-sync'],
    [
      [status('not-connected'), status('pending', { to_git: 1 })],
      '$(debug-disconnect) Sign in',
      'not-connected',
    ],
    [[status('error'), status('not-connected')], '$(error) Docbridge', 'error'],
    [[status('conflict', { conflicts: 1 }), status('error')], '$(warning) 1 conflict', 'conflict'],
    [
      [status('conflict', { conflicts: 2 }), status('conflict', { conflicts: 1 })],
      '$(warning) 3 conflicts',
      'conflict',
    ],
    [[status('running'), status('conflict', { conflicts: 2 })], '$(sync~spin) Syncing', 'running'],
  ];
  for (const [statuses, text, kind] of cases) {
    test(`shows "${text}" for ${statuses.map(({ state }) => state).join(', ')}`, () => {
      const model = shown(statuses);
      assert.equal(model?.text, text);
      assert.equal(model.kind, kind);
      assert.equal(model.warning, kind === 'conflict');
    });
  }

  test('shows the run of this window before everything else', () => {
    assert.equal(
      shown([status('conflict', { conflicts: 1 })], 'Exporting a 40 %')?.text,
      '$(sync~spin) Exporting a 40 %',
    );
  });

  test('shows a mistake in docbridge.json even without a binding', () => {
    assert.equal(shown([], undefined, 1)?.kind, 'configuration');
  });

  test('has a label without icons and arrows', () => {
    for (const [statuses] of cases) assert.match(shown(statuses)?.label ?? '', /^Docbridge: [^$↑↓]+$/);
  });

  test('the badge counts both directions and conflicts', () => {
    assert.equal(
      pendingCount([status('pending', { to_git: 2, to_platform: 1 }), status('conflict', { conflicts: 1 })]),
      4,
    );
  });
});
