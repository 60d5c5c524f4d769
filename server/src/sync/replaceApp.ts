import { sameApp } from '../apps/appFile.js';
import { PlatformFailureError } from '../errors/platformErrors.js';
import type { PlatformContent, PlatformEntry } from '../platforms/Platform.js';
import { importingName, replacedName } from './core/replacedApps.js';
import { contentJson } from './core/sides.js';
import type { EngineContext } from './EngineContext.js';

/**
 * Updates an app where the platform can only create: imports it under a temporary name, checks it, renames
 * the old one to `<name> (before <date>)` and gives the new one its name. The old app is never deleted
 * (DESIGN section 6). Returns the new app.
 */
export async function replaceApp(
  context: EngineContext,
  old: PlatformEntry,
  content: PlatformContent,
  signal: AbortSignal | undefined,
): Promise<PlatformEntry> {
  const { platform, binding, hash, clock } = context;
  const idempotencyKey = hash.sha256(
    new TextEncoder().encode(JSON.stringify([old.id, contentJson(content)])),
  );
  const fresh = await platform.create(
    binding.platform.subject,
    {
      kind: 'app',
      title: importingName(old.title, idempotencyKey),
      parentId: null,
      content,
    },
    { idempotencyKey, signal },
  );
  const read = await platform.read(fresh.id, 'app', { signal });
  const wanted = JSON.stringify(contentJson(content));
  if (!sameApp(wanted, contentJson(read.content), { anyName: true })) {
    await platform.trash(fresh.id, 'app', { signal });
    const detail = `the app "${old.title}" came back different after its import; the old one was left as it was`;
    throw new PlatformFailureError(binding.platform.url, 200, detail);
  }
  await platform.rename(old.id, 'app', replacedName(old.title, clock.now()), { signal });
  return platform.rename(fresh.id, 'app', old.title, { signal });
}
