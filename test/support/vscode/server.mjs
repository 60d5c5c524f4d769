// Starts the VS Code server of `.vscode-test/web` on a free port, with data of its own, and ends all of it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Nothing that pops up, asks or saves by itself: each would make a test depend on the clock. */
const quiet = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.reduceMotion': 'on',
  'git.openRepositoryInParentFolders': 'never',
};

/** Everything is trusted, or (restricted) nothing, and nobody is asked. */
function trust(restricted) {
  if (!restricted) return { 'security.workspace.trust.enabled': false };
  return { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };
}

/**
 * @param {string} root folder that install.sh filled
 * @param {{ args?: string[], env?: Record<string, string>, settings?: Record<string, unknown>,
 *   restricted?: boolean }} [options] `restricted`: folders are opened without being trusted
 */
export async function startServer(root, { args = [], env = {}, settings = {}, restricted = false } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'docbridge-vscode-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(
    join(data, 'data/Machine/settings.json'),
    JSON.stringify({ ...quiet, ...trust(restricted), ...settings }),
  );
  const server = spawn(
    join(root, 'node/bin/node'),
    [
      join(root, 'vscode/out/server-main.js'),
      ...[
        '--host',
        '127.0.0.1',
        '--port',
        '0',
        '--without-connection-token',
        '--accept-server-license-terms',
      ],
      ...['--server-data-dir', data, '--telemetry-level', 'off'],
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...args,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );

  let ended = false; // Ids are used again: never signal after the end.
  const signal = (name) => {
    try {
      return !ended && process.kill(-server.pid, name);
    } catch {
      return false;
    }
  };
  // A detached group gets no Ctrl-C of its own.
  process.once('exit', () => {
    signal('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });
  const exited = new Promise((done) => server.once('exit', done));
  async function stop() {
    signal('SIGTERM');
    await Promise.race([exited, sleep(3000)]);
    // The extension host leaves later than the server.
    for (let i = 0; i < 30 && signal(0); i++) await sleep(100);
    signal('SIGKILL');
    ended = true;
  }

  let log = '';
  const port = await new Promise((ready, fail) => {
    const read = (chunk) => {
      const found = /Extension host agent listening on (\d+)/.exec((log += chunk));
      if (found) ready(Number(found[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`The VS Code server ended with ${code}.\n${log}`)));
    setTimeout(() => fail(new Error(`The VS Code server is not up after 60 s.\n${log}`)), 60_000).unref();
  });
  return { port, stop, uri: (path) => `vscode-remote://127.0.0.1:${port}${path}` };
}
