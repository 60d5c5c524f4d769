import type { EngineWorld } from './engineWorld.js';

// What people do on either side, as far as several suites need it.

export async function makeFolder(
  { platform, subject }: EngineWorld,
  title: string,
): Promise<{ readonly id: string }> {
  const wanted = { kind: 'folder', title, parentId: null } as const;
  return platform.create(subject, wanted, { idempotencyKey: `folder-${title}` });
}

export async function moveDocument(
  world: EngineWorld,
  title: string,
  parentId: string | null,
): Promise<void> {
  const { id, revision } = await world.titled(title);
  await world.platform.move(id, 'document', { parentId }, { ifRevision: revision });
}

export async function renameDocument(world: EngineWorld, title: string, to: string): Promise<void> {
  const { id, revision } = await world.titled(title);
  await world.platform.rename(id, 'document', to, { ifRevision: revision });
}

/** Sorted. */
export async function documentTitles({ platform, subject }: EngineWorld): Promise<readonly string[]> {
  const titles: string[] = [];
  for await (const { kind, title } of platform.list(subject)) if (kind === 'document') titles.push(title);
  return titles.sort();
}

/** A file with its last line end, which `world.file` leaves out. */
export async function fileBytes(world: EngineWorld, path: string): Promise<string> {
  return `${(await world.file(path)) ?? ''}\n`;
}
