import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { alignColumns, displayWidth } from '../../../server/src/cli/output/alignColumns.js';
import { printConflicts } from '../../../server/src/cli/output/printConflicts.js';
import { printError } from '../../../server/src/cli/output/printError.js';
import { printFindings } from '../../../server/src/cli/output/printFindings.js';
import { printHistory } from '../../../server/src/cli/output/printHistory.js';
import { printPlans } from '../../../server/src/cli/output/printPlans.js';
import { printRuns } from '../../../server/src/cli/output/printRuns.js';
import { printStatus } from '../../../server/src/cli/output/printStatus.js';
import { BrakeError, ConfigurationError } from '../../../server/src/errors/usageErrors.js';
import { NetworkError } from '../../../server/src/errors/networkErrors.js';
import type { Run } from '../../../server/src/sync/runs.js';

const plain = createColors(false);
const evil = 'a\u001b[31mb\u202ec\r\nd';

function run(more: Partial<Run> = {}): Run {
  return {
    run_id: '00000000-0000-4000-8000-000000000000',
    status: 'success',
    direction: 'export',
    remote_sha: null,
    commit_sha: null,
    files_changed: 3,
    deleted: 0,
    conflicts: [],
    message: '3 files written to Git',
    started_at: '2026-01-01T10:00:00.000Z',
    completed_at: '2026-01-01T10:00:02.500Z',
    ...more,
  };
}

suite('printed output', () => {
  test('runs: one line each, with what to do about conflicts', () => {
    const text = printRuns(
      [
        { name: 'a', ...run() },
        {
          name: 'handbook',
          ...run({ status: 'conflict', conflicts: ['c1'], message: '1 conflict to resolve' }),
        },
        { name: 'x', ...run({ status: 'skipped', message: 'Nothing to do', files_changed: 0 }) },
        { name: 'y', error: new NetworkError('https://x.example/y', 'cut').toJSON() },
      ],
      plain,
    );
    assert.equal(
      text,
      [
        '✔ a         3 files written to Git',
        '! handbook  1 conflict to resolve',
        '            See them:     docbridge conflicts handbook',
        '            Close one:    docbridge resolve handbook c1 --keep platform|git|both',
        '= x         Nothing to do',
        '✖ y         https://x.example did not answer (cut). Check the address and your connection, then run again.',
        '',
      ].join('\n'),
    );
  });

  test('runs: a question that stayed open is told beside what was done', () => {
    const error = new BrakeError(11, 20, 'h').toJSON();
    const part = printRuns([{ name: 'a', ...run({ status: 'conflict', error }) }], plain);
    assert.match(part, /^! a {2}3 files written to Git\. This run would delete 11 of 20/u);
    const none = printRuns([{ name: 'a', ...run({ status: 'conflict', error, files_changed: 0 }) }], plain);
    assert.match(none, /^! a {2}This run would delete 11 of 20/u);
  });

  test('plans', () => {
    const text = printPlans(
      [
        {
          name: 'handbook',
          direction: 'both',
          items: [
            {
              op: 'create',
              side: 'git',
              id: '1',
              kind: 'document',
              to: 'a.md',
              reason: 'new on the platform',
            },
            {
              op: 'move',
              side: 'platform',
              id: '2',
              kind: 'document',
              from: 'b.md',
              to: 'x/b.md',
              reason: 'moved',
            },
          ],
          requests: 4,
          hash: 'h',
          left_out: { private: 2, 'empty-folder': 0 },
          problems: [],
        },
        { name: 'other', direction: 'export', items: [], requests: 0, hash: 'h', left_out: {}, problems: [] },
      ],
      plain,
    );
    assert.equal(
      text,
      [
        '› handbook  2 changes, about 4 requests',
        '  + create  in Git           a.md           new on the platform',
        '  → move    on the platform  b.md → x/b.md  moved',
        '  left out: 2 private',
        '  Do it: docbridge sync handbook',
        '',
        '= other  nothing to do',
        '',
      ].join('\n'),
    );
  });

  test('status', () => {
    const text = printStatus(
      [
        {
          name: 'handbook',
          state: 'pending',
          platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
          repository: { url: 'https://github.com/a/b.git', branch: 'main', directory: 'docs' },
          direction: 'both',
          to_git: 2,
          to_platform: 1,
          conflicts: 0,
          left_out: {},
          last_run: run(),
        },
      ],
      plain,
    );
    assert.equal(
      text,
      [
        'handbook  changes waiting  ↑2 to Git  ↓1 to the platform',
        '  platform    ondoki https://docs.example.com, p1',
        '  repository  https://github.com/a/b.git, main, docs/',
        '  last run    2026-01-01T10:00:00.000Z  success  3 files written to Git',
        '  Next: docbridge sync handbook',
        '',
      ].join('\n'),
    );
  });

  test('history', () => {
    const text = printHistory(
      [{ name: 'a', runs: [run(), run({ status: 'running', completed_at: null })] }],
      plain,
    );
    assert.deepEqual(text.split('\n').slice(0, 3), [
      'a',
      '  2026-01-01 10:00:00  success  export  2.5 s  3 files written to Git',
      '  2026-01-01 10:00:00  running  export         3 files written to Git',
    ]);
    assert.equal(printHistory([{ name: 'a', runs: [] }], plain), 'a  no run yet\n');
  });

  test('conflicts', () => {
    const side = { text: 't', revision: '1' };
    const conflict = {
      id: 'c1',
      item: { id: 'c1', kind: 'document' as const, title: 'Fire' },
      path: 'Safety/Fire.md',
      base: side,
      platform: side,
      git: null,
      detected_at: '2026-01-01T10:00:00.000Z',
    };
    const text = printConflicts([{ name: 'a', conflicts: [conflict] }], plain);
    assert.match(text, /^! a {2}1 open conflict; both versions are kept\n/u);
    assert.match(text, / c1 {2}Safety\/Fire\.md {2}Fire {2}deleted in Git, changed on the platform\n/u);
    assert.match(text, /docbridge resolve a c1 --keep platform\|git\|both/u);
    assert.equal(printConflicts([{ name: 'a', conflicts: [] }], plain), '= a  no open conflict\n');
    const inGit = { ...conflict, id: "git:Fire and Ann's smoke.md" };
    const hint = "docbridge resolve a 'git:Fire and Ann'\\''s smoke.md' --";
    assert.ok(printConflicts([{ name: 'a', conflicts: [inGit] }], plain).includes(`${hint}keep`));
    assert.ok(printConflicts([{ name: 'a', conflicts: [inGit] }], plain).includes(`${hint}file`));
    const met = run({ status: 'conflict', conflicts: [inGit.id] });
    assert.ok(printRuns([{ name: 'a', ...met }], plain).includes(`${hint}keep`));
  });

  test('findings: lines and columns from 1', () => {
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };
    const finding = {
      file: 'docs/a.md',
      range,
      code: 'front-matter-type' as never,
      severity: 'error' as const,
      message: 'must be a text',
      fixable: false,
    };
    assert.equal(
      printFindings([finding], plain),
      'docs/a.md\n  3:5  error  must be a text  front-matter-type\n\n✖ 1 errors, 0 warnings, 0 notes\n',
    );
    assert.equal(printFindings([], plain), '✔ no findings\n');
  });

  test('errors of a configuration, one problem a line', () => {
    const error = new ConfigurationError('/w/docbridge.json', ['a: x', 'b: y']).toJSON();
    assert.equal(printError(error, plain), '✖ /w/docbridge.json cannot be used:\n  a: x\n  b: y\n');
  });

  test('nothing that others wrote can paint the terminal', () => {
    const conflict = {
      id: evil,
      item: { id: 'c1', kind: 'document' as const, title: evil },
      path: evil,
      base: null,
      platform: null,
      git: null,
      detected_at: '2026-01-01T10:00:00.000Z',
    };
    const texts = [
      printRuns([{ name: 'a', ...run({ message: evil, conflicts: [evil] }) }], plain),
      printConflicts([{ name: 'a', conflicts: [conflict] }], plain),
      printHistory([{ name: 'a', runs: [run({ message: evil })] }], plain),
      printPlans(
        [
          {
            name: 'a',
            direction: 'both',
            items: [{ op: 'create', side: 'git', id: evil, kind: 'document', to: evil, reason: evil }],
            requests: 1,
            hash: 'h',
            left_out: {},
            problems: [],
          },
        ],
        plain,
      ),
    ];
    for (const text of texts) assert.doesNotMatch(text, /[\u001b\u202e\r]/u);
  });

  test('columns line up also with wide characters', () => {
    assert.deepEqual(
      alignColumns([
        ['日本', 'x'],
        ['abc', 'y'],
        ['e\u0301', 'z'],
      ]),
      ['日本  x', 'abc   y', 'e\u0301     z'],
    );
    assert.equal(displayWidth('☕️a'), 3);
  });
});
