import { NodeFileSystem } from '../../node/NodeFileSystem.js';
import type { EmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';
import type { DataFolder } from './dataFolder.js';

/**
 * The token in the data folder. Where there is none, one of the store's first user is made; an empty store
 * gets a user and a project first.
 */
export async function firstToken(store: EmbeddedStore, folder: DataFolder): Promise<string> {
  const fileSystem = new NodeFileSystem();
  const bytes = await fileSystem.read(folder.tokenFile);
  const known = bytes === undefined ? '' : new TextDecoder().decode(bytes).trim();
  if (known !== '' && store.accounts.userOfToken(known) !== undefined) return known;
  const token = await store.accounts.createToken(await firstUser(store));
  await fileSystem.write(folder.tokenFile, new TextEncoder().encode(`${token}\n`), { mode: 0o600 });
  return token;
}

async function firstUser(store: EmbeddedStore): Promise<string> {
  const known = store.state.projects.find(() => true)?.ownerId;
  if (known !== undefined) return known;
  const user =
    store.accounts.userByEmail('admin@localhost') ??
    (await store.accounts.createUser({ name: 'Admin', email: 'admin@localhost' }));
  await store.accounts.createProject({ name: 'Documents', slug: 'documents', ownerId: user.id });
  return user.id;
}
