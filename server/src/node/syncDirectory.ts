import { open } from 'node:fs/promises';

/** Makes names created, renamed or removed in a directory durable. Windows cannot do it and needs it not. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
