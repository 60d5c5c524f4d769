// Runs test/ui in Chromium against VS Code with the packaged extension installed, as a person would have it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Mocha from 'mocha';
import { register } from 'tsx/esm/api';
import { findChromium } from './chromium.mjs';
import { endOnSignals, prepare, printResults, root } from './prepare.mjs';
import { startServer } from './server.mjs';
import { startServices } from './startServices.mjs';
import { installWebVSCode } from './vscodeWeb.mjs';
import { openWorkbench } from './workbench.mjs';

endOnSignals();
const folder = mkdtempSync(join(tmpdir(), 'docbridge-ui-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
let code = 1;
try {
  prepare();
  findChromium();
  const vscode = installWebVSCode();
  const installed = installExtension(vscode.folder);
  console.log(`UI tests in VS Code ${vscode.version}, in Chromium, on the packaged extension`);
  code = await runIn(vscode.folder, installed);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
}
process.exit(code);

/** Packages the extension and installs it into a folder of its own. */
function installExtension(vscode) {
  const vsix = join(folder, 'docbridge.vsix');
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions);
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix]);
  const server = join(vscode, 'vscode/out/server-main.js');
  const install = [
    '--accept-server-license-terms',
    '--extensions-dir',
    extensions,
    '--install-extension',
    vsix,
  ];
  run(join(vscode, 'node/bin/node'), [server, ...install, '--server-data-dir', join(folder, 'data')]);
  return { extensions, vsix };
}

function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed (exit code ${status}).\n${stdout}\n${stderr}`);
}

async function runIn(vscode, { extensions, vsix }) {
  const services = await startServices();
  const options = {
    args: ['--extensions-dir', extensions],
    env: { DOCBRIDGE_STATE: join(services.info.folder, 'state') },
  };
  const servers = [await startServer(vscode, options)];
  const opened = [];
  const open = async (folder, { restricted = false } = {}) => {
    if (restricted) servers[1] ??= await startServer(vscode, { ...options, restricted });
    const workbench = await openWorkbench(servers[restricted ? 1 : 0], { folder });
    opened.push(workbench);
    return workbench.page;
  };
  // The suites take what they need from here.
  globalThis.docbridgeUi = { open, services: services.info, extensions, vsix };
  try {
    return await runMocha(() => opened.at(-1)?.page);
  } finally {
    for (const { browser } of opened) await browser.close();
    for (const server of servers) await server.stop();
    await services.stop();
  }
}

/** `page`: the one that is looked at when a test fails. */
async function runMocha(page) {
  const unregister = register();
  const grep = process.env.MOCHA_GREP;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 120_000,
    retries: 1,
    bail: true,
    ...(grep ? { grep } : {}),
  });
  mocha.reporter(class {});
  const ui = join(root, 'test/ui');
  for (const name of readdirSync(ui).sort()) if (name.endsWith('.test.ts')) mocha.addFile(join(ui, name));
  await mocha.loadFilesAsync();
  const results = [];
  const pending = [];
  const titles = [];
  mocha.suite.eachTest((test) => titles.push(test.fullTitle()));
  await new Promise((done) => {
    mocha
      .run(done)
      .on('retry', (test, error) => {
        console.log(
          `  once more: ${test.title}\n      ${String(error.message).replaceAll('\n', '\n      ')}`,
        );
        pending.push(screenshot(page(), `${test.title} 1`));
      })
      .on('pass', (test) => results.push({ state: 'passed', title: test.fullTitle(), ms: test.duration }))
      .on('fail', (test, error) => {
        results.push({ state: 'failed', title: test.fullTitle(), error: error.stack ?? String(error) });
        pending.push(screenshot(page(), test.title));
      });
  });
  await Promise.all(pending);
  await unregister();
  // It is one story: after a failure the rest has nothing to stand on.
  const seen = new Set(results.map(({ title }) => title));
  const isBroken = results.some(({ state }) => state === 'failed');
  for (const title of isBroken ? titles.filter((each) => !seen.has(each)) : []) {
    results.push({ state: 'failed', title, error: 'not run: an earlier step failed' });
  }
  return results.length === 0 ? 1 : printResults(results);
}

async function screenshot(page, title) {
  if (page === undefined) return;
  mkdirSync(join(root, 'screenshots'), { recursive: true });
  const name = title.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  await page.screenshot({ path: join(root, `screenshots/failed-${name}.png`) }).catch(() => undefined);
}
