import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { Progress } from '../ports/Progress.js';
import { noProgress } from '../ports/Progress.js';
import { plainLine } from './output/plainText.js';
import type { Session } from './Session.js';

/** One piece of long work. `work` never rejects: its result says what went wrong. */
export interface Step<T> {
  readonly title: string;
  readonly work: (progress: Progress) => Promise<T>;
  readonly failed: (result: T) => boolean;
}

/** Does the steps one after the other; on a terminal their progress is shown on standard error. */
export async function withProgress<T>(session: Session, steps: readonly Step<T>[]): Promise<readonly T[]> {
  const results: T[] = [];
  const { terminal } = session.surroundings.messages;
  if (terminal === undefined || session.options.json === true || session.options.verbose === true) {
    for (const step of steps) results.push(await step.work(noProgress));
    return results;
  }
  const list = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: async (_context: unknown, task: { output: string }) => {
        const result = await step.work({ report: (state) => (task.output = describe(state)) });
        results.push(result);
        if (step.failed(result)) throw new Error(step.title);
      },
    })),
    {
      exitOnError: false,
      registerSignalListeners: false,
      renderer: 'default',
      rendererOptions: {
        logger: new ListrLogger({
          processOutput: new ProcessOutput(terminal, terminal),
          useIcons: true,
          toStderr: [],
        }),
        // The result is printed afterwards, once.
        clearOutput: true,
        showErrorMessage: false,
      },
    },
  );
  await list.run();
  return results;
}

function describe({ message, done, total }: Parameters<Progress['report']>[0]): string {
  if (done === undefined) return plainLine(message);
  return `${plainLine(message)} ${done}${total === undefined ? '' : `/${total}`}`;
}
