import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConversionBase } from '../../convert/conversion.js';
import { UsageError } from '../../errors/usageErrors.js';
import { NodeClock } from '../../node/NodeClock.js';
import { TimeBudget } from '../../node/TimeBudget.js';
import { MAX_LINE, answerLine } from '../answerLine.js';
import { convertDocument, parseBase } from '../conversion.js';
import type { ConversionOrder, Converted } from '../conversion.js';
import { ConversionInputError, parseJson } from '../jsonInput.js';
import { exitCodes } from '../exitCodes.js';
import { allOf, linesOf } from '../lines.js';
import { readNamedFile } from '../readNamedFile.js';
import type { Session } from '../Session.js';
import type { Start } from '../Start.js';

interface ConvertOptions extends Omit<ConversionOrder, 'budget'> {
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
        const order = orderOf(options, session);
        if (options.ndjson === true) {
          if (options.base !== undefined)
            throw new UsageError('With --ndjson each line carries its own "base".');
          return convertLines(session, order);
        }
        const base = options.base === undefined ? undefined : await readBase(session, options.base);
        const input = await allOf(session.surroundings.input);
        const converted = convertDocument(input, order, base);
        await session.surroundings.output.write(textOf(converted, session.options.json === true));
        return exitCodes.done;
      }),
    );
}

/** Each document has a time of its own. */
function orderOf({ to, dialect, flavour }: ConvertOptions, { surroundings }: Session): ConversionOrder {
  const clock = new NodeClock();
  return { to, dialect, flavour, budget: (size) => new TimeBudget(clock, surroundings.signal, size) };
}

/** A Markdown text as it is, unless JSON was asked for; anything else as JSON. Throws `ConversionInputError`. */
function textOf(converted: Converted, asJson: boolean): string {
  if (!('markdown' in converted) || asJson) return `${JSON.stringify(converted)}\n`;
  if (converted.markdown.isWellFormed()) return converted.markdown;
  throw new ConversionInputError(
    'lone-surrogate',
    'The document holds half a surrogate pair, which UTF-8 cannot. Mend it, or take the Markdown as JSON with --json.',
  );
}

/** Written at once, in UTF-16 code units. */
const BATCH = 65_536;

async function convertLines({ surroundings }: Session, order: ConversionOrder): Promise<number> {
  const { input, output, signal } = surroundings;
  let failed = false;
  for await (const lines of linesOf(input, MAX_LINE)) {
    let answers = '';
    for (const line of lines) {
      signal.throwIfAborted();
      if (isBlank(line)) continue;
      const answer = answerLine(line, order);
      failed ||= answer.failed;
      answers += `${answer.json}\n`;
      if (answers.length < BATCH) continue;
      await output.write(answers);
      answers = '';
    }
    await output.write(answers);
    // Nobody reads on.
    if (output.isClosed?.() === true) break;
  }
  return failed ? exitCodes.findings : exitCodes.done;
}

/** Whether a line holds nothing but white space, and perhaps the byte order mark of a file. */
function isBlank(line: Uint8Array): boolean {
  const marked = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  return !line.subarray(marked ? 3 : 0).some((byte) => byte > 0x20);
}

async function readBase(session: Session, file: string): Promise<ConversionBase> {
  return parseBase(parseJson(await readNamedFile(session, file)));
}
