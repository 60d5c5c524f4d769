import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import packageJson from '../../../../package.json' with { type: 'json' };
import { UsageError } from '../../errors/usageErrors.js';
import { checkFolder } from '../../language/checkFolder.js';
import type { FileFinding } from '../../language/Finding.js';
import { NodeClock } from '../../node/NodeClock.js';
import { exitCodes } from '../exitCodes.js';
import { FolderReader } from '../FolderReader.js';
import { printFindings } from '../output/printFindings.js';
import { sarif } from '../output/sarif.js';
import type { Start } from '../Start.js';

type Format = 'text' | 'json' | 'sarif';

/** `docbridge check`: the language server's diagnostics for a folder. */
export function addCheck(program: Command, start: Start): void {
  program
    .command('check')
    .description('check the documents and apps of a folder as the editor does')
    .argument('[dir]', 'folder', '.')
    .addOption(
      new Option('--format <format>', 'form of the result')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .action((directory: string, options: { readonly format: Format }, command: Command) =>
      start(command, async (session) => {
        const folder = resolve(session.surroundings.directory, directory);
        const reader = new FolderReader(folder);
        if (!(await reader.exists())) throw new UsageError(`${folder} is not a folder.`);
        const findings = await checkFolder(reader, {
          clock: new NodeClock(),
          signal: session.surroundings.signal,
        });
        const format = session.options.json === true && options.format === 'text' ? 'json' : options.format;
        await session.surroundings.output.write(
          format === 'text'
            ? printFindings(findings, session.colours)
            : `${JSON.stringify(asJson(findings, format))}\n`,
        );
        const serious = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
        return serious ? exitCodes.findings : exitCodes.done;
      }),
    );
}

function asJson(findings: readonly FileFinding[], format: 'json' | 'sarif'): object {
  if (format === 'sarif') return sarif(findings, packageJson.version);
  return findings.map(({ file, range, code, severity, message, fixable }) => ({
    file,
    range,
    code,
    severity,
    message,
    fixable,
  }));
}
