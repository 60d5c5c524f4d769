import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed';
  readonly ms?: number;
  readonly error?: string;
}

/** Entry point for VS Code: runs every suite beside it and writes the report. */
export async function run(): Promise<void> {
  const grep = process.env.MOCHA_GREP;
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, ...(grep === undefined ? {} : { grep }) });
  const suites = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const file of suites.sort()) mocha.addFile(path.join(__dirname, file));
  const results: Result[] = [];
  const report = process.env.DOCBRIDGE_RESULT ?? 'result.json';
  const write = (failures: number): void => fs.writeFileSync(report, JSON.stringify({ failures, results }));
  const failures = await new Promise<number>((done) => {
    mocha
      .run(done)
      .on('pass', (test) =>
        results.push({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0 }),
      )
      .on('fail', (test, error: Error) =>
        results.push({ title: test.fullTitle(), state: 'failed', error: error.stack ?? String(error) }),
      );
  }).catch((error: unknown) => {
    // A suite that cannot be loaded throws before anything runs.
    results.push({
      title: 'loading the suites',
      state: 'failed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return 1;
  });
  write(failures);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
