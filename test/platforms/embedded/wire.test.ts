import { loadPairs, type PairFamily } from '../wire/Pair.js';
import { PairPlayer } from '../wire/PairPlayer.js';
import { World } from './world.js';

const families: readonly PairFamily[] = ['ondoki', 'tooljet', 'embedded'];

suite('The embedded platform gives the answers of the wire pairs', () => {
  let template: World;
  suiteSetup(async () => {
    template = await World.start();
  });
  suiteTeardown(() => template.end());

  for (const family of families) {
    const pairs = loadPairs(family);
    for (const name of pairs.keys()) {
      test(`${family}: ${name}`, async () => {
        const world = await template.copy();
        try {
          const { accounts } = world.store;
          const player = new PairPlayer(world.url, pairs, {
            adminToken: world.adminToken,
            adminRefreshToken: await accounts.createToken(world.admin.id, { kind: 'refresh' }),
            adminId: world.admin.id,
            adminName: world.admin.name,
            adminEmail: world.admin.email,
            adminPassword: 'correct horse',
            memberToken: world.memberToken,
            memberId: world.member.id,
            memberName: world.member.name,
            outsiderToken: world.outsiderToken,
            project: world.project.id,
            projectName: world.project.name,
            projectSlug: world.project.slug,
            workspace: world.project.organizationId,
            workspaceSlug: world.project.slug,
            session: await accounts.createToken(world.admin.id, { lifetimeMs: 3_600_000 }),
            extToken: world.adminToken,
          });
          await player.play(name);
        } finally {
          await world.end();
        }
      });
    }
  }
});
