import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ambiguousProblems } from '../../../server/src/sync/core/ambiguousProblems.js';
import { emptyBase } from '../../../server/src/sync/core/base.js';
import { brake } from '../../../server/src/sync/core/brake.js';
import { actionsFor, countChanges, planIdentity, planLines } from '../../../server/src/sync/core/plan.js';
import type { Resolution } from '../../../server/src/sync/runs.js';
import { baseOf, entry, inGit, known, linesOf, onPlatform, planOf } from '../../support/syncStates.js';

suite('plan: one known item', () => {
  const base = baseOf(known('a'));

  test('nothing changed: nothing to do', () => {
    assert.deepEqual(linesOf(planOf(base, [onPlatform('a')], [inGit('a.md')])), []);
  });

  test('changed on the platform: updated in Git', () => {
    const plan = planOf(base, [onPlatform('a', 'new')], [inGit('a.md')]);
    assert.deepEqual(linesOf(plan), ['update git a a.md']);
    assert.deepEqual(plan.items[0]?.toGit, { kind: 'write', path: 'a.md', text: 'new' });
  });

  test('changed in Git: updated on the platform', () => {
    const plan = planOf(base, [onPlatform('a')], [inGit('a.md', 'new')]);
    assert.deepEqual(linesOf(plan), ['update platform a a.md']);
    assert.deepEqual(plan.items[0]?.toPlatform, { kind: 'update', text: 'new' });
  });

  test('changed on both sides to the same: in step', () => {
    const plan = planOf(base, [onPlatform('a', 'same')], [inGit('a.md', 'same')]);
    assert.deepEqual(
      plan.items.map((item) => item.outcome),
      ['agree'],
    );
  });

  test('changed on both sides: a conflict, and nothing is written', () => {
    const plan = planOf(base, [onPlatform('a', 'p')], [inGit('a.md', 'g')]);
    assert.deepEqual(linesOf(plan), ['conflict both a a.md > a.md']);
    assert.equal(plan.items[0]?.toGit, undefined);
    assert.equal(plan.items[0]?.toPlatform, undefined);
  });

  test('a conflict is closed by keeping a side, both, or a merged text', () => {
    const close = (resolution: Parameters<typeof policyOf>[0]): string[] =>
      linesOf(planOf(base, [onPlatform('a', 'p')], [inGit('a.md', 'g')], { policy: policyOf(resolution) }));
    assert.deepEqual(close({ keep: 'platform' }), ['update git a a.md']);
    assert.deepEqual(close({ keep: 'git' }), ['update platform a a.md']);
    assert.deepEqual(close({ keep: 'text', text: 'm' }), ['update git a a.md', 'update platform a a.md']);
    assert.deepEqual(close({ keep: 'both' }), ['update git a a.md', 'create platform a a (Git).md']);
  });

  test('deleted on the platform: deleted in Git; edited meanwhile: made again', () => {
    assert.deepEqual(linesOf(planOf(base, [], [inGit('a.md')])), ['delete git a a.md']);
    assert.deepEqual(linesOf(planOf(base, [], [inGit('a.md', 'edited')])), ['create platform a a.md']);
  });

  test('deleted in Git: to the trash; edited meanwhile: written again', () => {
    assert.deepEqual(linesOf(planOf(base, [onPlatform('a')], [])), ['delete platform a a.md']);
    assert.deepEqual(linesOf(planOf(base, [onPlatform('a', 'edited')], [])), ['create git a a.md']);
  });

  test('deleted on both sides: forgotten', () => {
    assert.deepEqual(
      planOf(base, [], []).items.map((item) => item.outcome),
      ['forget'],
    );
  });

  test('apps are kept on the other side, and stay kept', () => {
    const app = known('a', { kind: 'app', path: 'A/v1.json', oid: 'x' });
    const file = inGit('A/v1.json', undefined, { kind: 'app', oid: 'x' });
    assert.deepEqual(
      planOf(baseOf(app), [], [file]).items.map((item) => item.outcome),
      ['keep'],
    );
    const kept = baseOf({ ...app, kept: 'git' });
    assert.deepEqual(
      planOf(kept, [], [file]).items.map((item) => item.outcome),
      ['agree'],
    );
  });

  test('what takes no part is neither written nor deleted, and its file is not taken for a new one', () => {
    const plan = planOf(base, [], [inGit('a.md')], { leftOut: new Set(['a']) });
    assert.deepEqual(plan.items, []);
  });
});

suite('plan: renames and moves', () => {
  test('renamed on the platform: the file moves', () => {
    const state = onPlatform('a', undefined, { path: 'New.md', entry: entry('a', { title: 'New' }) });
    assert.deepEqual(linesOf(planOf(baseOf(known('a')), [state], [inGit('a.md')])), [
      'move git a a.md > New.md',
    ]);
  });

  test('renamed in Git only: nothing is written, the base learns the path', () => {
    const file = inGit('b.md', undefined, { oid: 'o:a' });
    const plan = planOf(baseOf(known('a')), [onPlatform('a')], [file]);
    assert.deepEqual(
      plan.items.map((item) => [item.outcome, item.git?.path]),
      [['agree', 'b.md']],
    );
  });

  test('moved to another folder in Git: the parent changes, the title does not', () => {
    const file = inGit('deep/a.md', undefined, { oid: 'o:a' });
    const plan = planOf(baseOf(known('a')), [onPlatform('a')], [file]);
    assert.deepEqual(plan.items[0]?.toPlatform, { kind: 'update', directory: 'deep' });
  });

  test('renamed and edited in Git: found by its id', () => {
    const plan = planOf(baseOf(known('a')), [onPlatform('a')], [inGit('b.md', 'new', { id: 'a' })]);
    assert.deepEqual(linesOf(plan), ['update platform a b.md']);
  });

  test('renamed and edited in Git without id: found by similarity', () => {
    const text = 'one\ntwo\nthree\nfour\n';
    const plan = planOf(baseOf(known('a')), [onPlatform('a')], [inGit('b.md', `${text}five\n`)], {
      baseText: () => text,
    });
    assert.deepEqual(linesOf(plan), ['update platform a b.md']);
  });

  test('files that swapped their names in Git are followed by their ids', () => {
    const base = baseOf(known('a'), known('b'));
    const git = [inGit('a.md', 'B', { id: 'b' }), inGit('b.md', 'A', { id: 'a' })];
    const plan = planOf(base, [onPlatform('a'), onPlatform('b')], git);
    assert.deepEqual(plan.items.map((item) => [item.key, item.git?.path]).sort(), [
      ['a', 'b.md'],
      ['b', 'a.md'],
    ]);
  });

  test('a copy with the id of another file is a new item', () => {
    const git = [inGit('a.md'), inGit('copy.md', 'copy', { id: 'a' })];
    assert.deepEqual(linesOf(planOf(baseOf(known('a')), [onPlatform('a')], git)), [
      'create platform git:copy.md copy.md',
    ]);
  });

  test('a title that the file states anew renames the item', () => {
    const plan = planOf(baseOf(known('a')), [onPlatform('a')], [inGit('a.md', 'x', { title: 'Fresh' })]);
    assert.deepEqual(plan.items[0]?.toPlatform, { kind: 'update', text: 'x', title: 'Fresh' });
  });
});

suite('plan: first sync', () => {
  const match = (git: Parameters<typeof inGit>[2], path: string, text = 'same'): string[] => {
    const state = onPlatform('a', 'same', { path: 'A.md', entry: entry('a', { title: 'A' }) });
    const plan = planOf(emptyBase, [state], [inGit(path, text, git)]);
    return plan.items.map((item) => `${item.key} ${item.outcome}`);
  };

  test('matches by id, path, title and folder, content', () => {
    assert.deepEqual(match({ id: 'a' }, 'far/away.md'), ['a agree']);
    assert.deepEqual(match({}, 'a.md'), ['a agree']);
    assert.deepEqual(match({ title: 'A' }, 'other.md', 'different'), ['a conflict']);
    assert.deepEqual(match({}, 'elsewhere.md'), ['a agree']);
  });

  test('what is on one side alone is created on the other', () => {
    const plan = planOf(emptyBase, [onPlatform('a', 'A')], [inGit('b.md', 'B')]);
    assert.deepEqual(linesOf(plan), ['create git a a.md', 'create platform git:b.md b.md']);
  });

  test('what could match twice is a question', () => {
    const platform = ['a', 'b'].map((id) =>
      onPlatform(id, 'x', { path: `${id}-path.md`, entry: entry(id, { title: 'Same' }) }),
    );
    const plan = planOf(emptyBase, platform, [inGit('c.md', 'y', { title: 'Same' })]);
    assert.deepEqual([...new Set(plan.items.map((item) => item.outcome))], ['ambiguous']);
    assert.equal(countChanges(plan).conflicts, 0);
    assert.deepEqual(
      ambiguousProblems(plan.items).map(({ id, path, code }) => [id, path, code]),
      [['git:c.md', 'c.md', 'ambiguous-match']],
    );
  });

  test('a newcomer never takes the place of a file that is no item', () => {
    const plan = planOf(emptyBase, [onPlatform('doc-123456', 'A', { path: 'A.md' })], [], {
      occupied: new Set(['a.MD']),
    });
    assert.deepEqual(linesOf(plan), ['create git doc-123456 A-123456.md']);
  });
});

suite('plan: as a whole', () => {
  const texts = fc.constantFrom(undefined, 'p1', 'p2');
  const item = fc.record({
    platform: fc.boolean(),
    git: fc.boolean(),
    p: texts,
    g: texts,
    known: fc.boolean(),
  });

  test('the same input gives the same plan, in any order', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const make = (order: 1 | -1): string => {
          const indexed = items.map((one, index) => ({ ...one, id: `i${index}` }));
          if (order < 0) indexed.reverse();
          const base = baseOf(...indexed.filter((one) => one.known).map((one) => known(one.id)));
          const platform = indexed
            .filter((one) => one.platform)
            .map((one) => onPlatform(one.id, one.known ? one.p : `${one.id}${one.p ?? ''}`));
          const git = indexed
            .filter((one) => one.git)
            .map((one) => inGit(`${one.id}.md`, one.known ? one.g : `${one.id}${one.g ?? ''}`));
          const plan = planOf(base, platform, git);
          return planIdentity(planLines(plan, 'both'), base, 'c1');
        };
        assert.equal(make(1), make(-1));
      }),
    );
  });

  test('an edit is never overwritten: both changed means conflict, agreement or merge', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (p, g) => {
        const [one] = planOf(baseOf(known('a')), [onPlatform('a', p)], [inGit('a.md', g)]).items;
        assert.equal(one?.outcome, p === g ? 'agree' : 'conflict');
      }),
    );
  });

  test('a direction carries out its side alone', () => {
    const base = baseOf(known('a'), known('b'));
    const plan = planOf(base, [onPlatform('a', 'p'), onPlatform('b')], [inGit('a.md'), inGit('b.md', 'g')]);
    assert.deepEqual(
      planLines(plan, 'export').map((line) => line.id),
      ['a'],
    );
    assert.deepEqual(
      planLines(plan, 'import').map((line) => line.id),
      ['b'],
    );
    assert.deepEqual(
      planLines(plan, 'both').map((line) => line.id),
      ['a', 'b'],
    );
    assert.equal(
      plan.items.map((one) => actionsFor(one, 'export')).filter((one) => one.toPlatform).length,
      0,
    );
  });
});

suite('brake', () => {
  const full = { platformIsEmpty: false, gitIsEmpty: false };
  const deleting = (count: number, total: number): ReturnType<typeof brake> => {
    const ids = Array.from({ length: total }, (_, index) => `i${index}`);
    const base = baseOf(...ids.map((id) => known(id)));
    const left = ids.slice(count).map((id) => onPlatform(id));
    const plan = planOf(
      base,
      left,
      ids.map((id) => inGit(`${id}.md`)),
    );
    return brake(plan, base, 'both', { ...full, platformIsEmpty: left.length === 0 });
  };

  test('more than ten deletions stop the run', () => {
    assert.equal(deleting(10, 100), undefined);
    assert.deepEqual(deleting(11, 100), { count: 11, total: 100 });
  });

  test('so does more than a fifth, from three on', () => {
    assert.equal(deleting(2, 4), undefined);
    assert.equal(deleting(3, 15), undefined);
    assert.deepEqual(deleting(3, 14), { count: 3, total: 14 });
  });

  test('an empty side is never read as "delete all"', () => {
    assert.deepEqual(deleting(1, 1), { count: 1, total: 1 });
  });

  test('a direction that deletes nothing is not stopped', () => {
    const base = baseOf(known('a'));
    const plan = planOf(base, [], [inGit('a.md')]);
    assert.equal(brake(plan, base, 'import', { ...full, platformIsEmpty: true }), undefined);
  });
});

function policyOf(resolution: Resolution): {
  readonly resolution: () => Resolution;
} {
  return { resolution: () => resolution };
}
