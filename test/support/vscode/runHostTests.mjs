// Runs test/host inside the extension host of a real VS Code (see chooseVSCode.mjs for which one).
// Exit codes: 0 passed, 1 failed, 98 no result or a disagreement about it, 99 out of time, 130 interrupted.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { bundleHostTests } from './bundleHostTests.mjs';
import { chooseVSCode } from './chooseVSCode.mjs';
import { findChromium } from './chromium.mjs';
import { endOnSignals, prepare, printResults, root } from './prepare.mjs';
import { startServer } from './server.mjs';
import { startServices } from './startServices.mjs';
import { installWebVSCode } from './vscodeWeb.mjs';
import { openWorkbench } from './workbench.mjs';

const watchdog = 10 * 60_000;
const result = join(root, 'dist-test/result.json');

endOnSignals();
let code = 98;
try {
  prepare();
  const entry = await bundleHostTests();
  const chosen = await chooseVSCode();
  for (const file of [result, `${result}.notes`]) rmSync(file, { force: true });
  const services = await startServices();
  const env = {
    DOCBRIDGE_RESULT: result,
    DOCBRIDGE_SERVICES: JSON.stringify(services.info),
    DOCBRIDGE_STATE: join(services.info.folder, 'state'),
    ...(process.env.MOCHA_GREP ? { MOCHA_GREP: process.env.MOCHA_GREP } : {}),
  };
  try {
    const run = chosen.kind === 'web' ? runInBrowser : runOnDesktop;
    code = await run({ entry, env, workspace: services.info.workspaceFile, executable: chosen.executable });
  } finally {
    await services.stop();
  }
  code = conclude(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
}
process.exit(code);

/** In Chromium on VS Code's own server; the exit code that the extension host gave. */
async function runInBrowser({ entry, env, workspace }) {
  const { folder, version } = installWebVSCode();
  findChromium();
  console.log(`Host tests in VS Code ${version} (server and web workbench)`);
  const server = await startServer(folder, { args: ['--enable-smoke-test-driver'], env });
  let finish;
  const exit = new Promise((done) => (finish = done));
  const timer = setTimeout(() => finish({ code: 99, logs: [] }), watchdog);
  const { browser, page } = await openWorkbench(
    server,
    { workspace },
    {
      payload: [
        ['extensionDevelopmentPath', server.uri(root)],
        ['extensionTestsPath', server.uri(entry)],
      ],
      async prepare(page) {
        await page.exposeFunction('codeAutomationLog', (type, args) => {
          if (process.env.VERBOSE) console.log(type, format(...args));
        });
        await page.exposeFunction('codeAutomationExit', (exitCode, logs) => finish({ code: exitCode, logs }));
      },
    },
  );
  const ended = await exit;
  clearTimeout(timer);
  if (ended.code !== 0) {
    mkdirSync(join(root, 'screenshots'), { recursive: true });
    await page.screenshot({ path: join(root, 'screenshots/host-failure.png') }).catch(() => undefined);
    for (const log of process.env.VERBOSE ? ended.logs : []) {
      console.error(log.relativePath, log.contents.slice(-4000));
    }
  }
  await browser.close();
  await server.stop();
  return ended.code;
}

/** In a desktop VS Code. */
async function runOnDesktop({ entry, env, workspace, executable }) {
  const { runTests } = await import('@vscode/test-electron');
  console.log(`Host tests in VS Code ${executable}`);
  const timer = setTimeout(() => process.exit(99), watchdog);
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: entry,
      extensionTestsEnv: env,
      launchArgs: [workspace, '--disable-extensions'],
    });
  } catch {
    // It says "failed" for failed tests too; the result file knows more.
    return 1;
  } finally {
    clearTimeout(timer);
  }
}

/** Prints the report; the exit code and the report must agree. */
function conclude(exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(result, 'utf8'));
  } catch {
    console.error(exitCode === 99 ? 'The host tests did not end in time.' : 'The host tests left no result.');
    console.log('0 passed, 1 failed');
    return exitCode === 0 ? 98 : exitCode;
  }
  if (existsSync(`${result}.notes`)) console.log(readFileSync(`${result}.notes`, 'utf8').trimEnd());
  const printed = printResults(report.results);
  if (report.failures === 0 && report.results.length === 0) return 98;
  return (exitCode === 0) === (printed === 0) ? printed : 98;
}
