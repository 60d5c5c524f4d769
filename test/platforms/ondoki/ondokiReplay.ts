import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import type { Platform, PlatformContent } from '../../../server/src/platforms/Platform.js';
import { testPlatform } from '../testPlatform.js';
import { loadPairs, type Json, type Pair } from '../wire/Pair.js';
import { ReplayServer } from '../wire/ReplayServer.js';
import { replayWorld } from '../wire/replayWorld.js';

export const pairs = loadPairs('ondoki');
export const project = String(replayWorld['project']);
export const doc = String(replayWorld['doc']);
export const folder = String(replayWorld['folder']);

/** The answer of a pair whose answer is an object. */
export const body = (name: string): Record<string, Json> =>
  pairs.get(name)!.response.body as Record<string, Json>;

/** The content of the document that a pair answers with. */
export function content(name: string): PlatformContent {
  const found: unknown = body(name)['content'];
  return { form: 'json', doc: found as TiptapDocument };
}

/** What the pair `document-create` creates. */
export const welcome = {
  kind: 'document',
  title: 'Welcome',
  parentId: folder,
  content: content('document-create'),
} as const;

/** The replay server of ondoki's pairs, and an adapter that is signed in to it. */
export async function startReplay(
  more: readonly (readonly [string, Pair])[] = [],
): Promise<{ readonly server: ReplayServer; readonly platform: Platform }> {
  const server = await ReplayServer.start(new Map([...pairs, ...more]), replayWorld);
  const platform = testPlatform('ondoki', server.url, {
    token: String(replayWorld['adminToken']),
    refreshToken: String(replayWorld['adminRefreshToken']),
  });
  return { server, platform };
}
