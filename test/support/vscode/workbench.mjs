// Opens the workbench of a VS Code server in Chromium.
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {{ port: number, uri(path: string): string }} server
 * @param {{ folder: string } | { workspace: string }} target what to open, a path
 * @param {{ payload?: [string, string][], prepare?(page: import('playwright-core').Page): Promise<void> }} [options]
 */
export async function openWorkbench({ port, uri }, target, { payload = [], prepare } = {}) {
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: flags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await prepare?.(page);
  const [kind, path] = Object.entries(target)[0];
  const query = new URLSearchParams({
    [kind]: uri(path),
    payload: JSON.stringify([...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]),
  });
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  return { browser, page };
}
