import assert from 'node:assert/strict';
import type { PlatformKind } from '../../server/src/platforms/Platform.js';
import { conformance, type ConformanceWorld } from './conformance.js';
import { World } from './embedded/world.js';
import { testPlatform } from './testPlatform.js';

let template: World | undefined;

suiteSetup(async () => {
  template = await World.start();
});
suiteTeardown(() => template?.end());

async function start(kind: PlatformKind, subjectOf: (world: World) => string): Promise<ConformanceWorld> {
  if (template === undefined) throw new Error('There is no world to copy.');
  const world = await template.copy();
  const asMember = async (id: string, verb: 'lock' | 'unlock'): Promise<void> => {
    const answer = await world.call('POST', `/documents/${id}/${verb}`, { token: world.memberToken });
    assert.equal(answer.status, 200);
  };
  return {
    platform: testPlatform(kind, world.url, { token: world.adminToken }),
    stranger: testPlatform(kind, world.url, { token: 'nobody' }),
    subject: subjectOf(world),
    lockAsOther: (id) => asMember(id, 'lock'),
    unlockAsOther: (id) => asMember(id, 'unlock'),
    end: () => world.end(),
  };
}

conformance('The ondoki adapter', ['document'], () => start('ondoki', ({ project }) => project.id));
conformance('The ToolJet adapter', ['app'], () => start('tooljet', ({ project }) => project.organizationId));
conformance('The embedded adapter', ['document', 'app'], () =>
  start('embedded', ({ project }) => project.slug),
);
