import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConversionBase } from '../../convert/conversion.js';
import { UsageError } from '../../errors/usageErrors.js';
import { convertDocument, convertLine, parseBase, parseJson } from '../conversion.js';
import type { ConversionOrder, Converted } from '../conversion.js';
import { exitCodes } from '../exitCodes.js';
import { allOf, linesOf } from '../lines.js';
import { readNamedFile } from '../readNamedFile.js';
import type { Session } from '../Session.js';
import type { Start } from '../Start.js';

interface ConvertOptions extends ConversionOrder {
  readonly base?: string;
  readonly ndjson?: boolean;
}

/** `docbridge convert`: standard input to standard output. */
export function addConvert(program: Command, start: Start): void {
  program
    .command('convert')
    .description('convert between Markdown and TipTap JSON, from standard input to standard output')
    .addOption(
      new Option('--to <form>', 'form of the result').choices(['markdown', 'tiptap']).makeOptionMandatory(),
    )
    .addOption(
      new Option('--dialect <name>', "names of the platform's nodes and marks")
        .choices(['tiptap', 'ondoki', 'outline', 'docmost'])
        .default('tiptap'),
    )
    .addOption(
      new Option('--flavour <name>', 'how the Markdown is to be read')
        .choices(['md', 'mdx', 'gitbook'])
        .default('md'),
    )
    .option('--base <file>', 'JSON file {"markdown","tiptap"} that holds both forms of the document before')
    .option('--ndjson', 'many documents: one JSON object a line, in and out')
    .action((options: ConvertOptions, command: Command) =>
      start(command, async (session) => {
        if (options.ndjson === true) {
          if (options.base !== undefined)
            throw new UsageError('With --ndjson each line carries its own "base".');
          return convertLines(session, options);
        }
        const base = options.base === undefined ? undefined : await readBase(session, options.base);
        const input = await allOf(session.surroundings.input);
        const converted = convertDocument(input, options, base);
        await session.surroundings.output.write(textOf(converted, session.options.json === true));
        return exitCodes.done;
      }),
    );
}

/** A Markdown text as it is, unless JSON was asked for; anything else as JSON. */
function textOf(converted: Converted, asJson: boolean): string {
  return 'markdown' in converted && !asJson ? converted.markdown : `${JSON.stringify(converted)}\n`;
}

async function convertLines({ surroundings }: Session, order: ConversionOrder): Promise<number> {
  let failed = false;
  for await (const lines of linesOf(surroundings.input)) {
    surroundings.signal.throwIfAborted();
    const results = lines
      .filter((line) => line.some((byte) => byte > 0x20))
      .map((line) => convertLine(line, order));
    failed ||= results.some((result) => 'error' in result);
    await surroundings.output.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  }
  return failed ? exitCodes.findings : exitCodes.done;
}

async function readBase(session: Session, file: string): Promise<ConversionBase> {
  return parseBase(parseJson(await readNamedFile(session, file)));
}
