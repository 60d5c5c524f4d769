import type { TestHandle } from '../../client/src/testHandle.js';
import type { Back, Dialogs, InputQuestion, PickQuestion } from '../../client/src/ui/Dialogs.js';

interface Shown {
  readonly kind: 'pick' | 'input' | 'confirm' | 'error' | 'warning' | 'information';
  readonly text: string;
  readonly choices: readonly string[];
}

/** One scripted answer: the question must match `question`; `answer` is a label, a text or a button. */
interface Answer {
  readonly question: RegExp;
  readonly answer: string | boolean | Back | undefined;
}

/** Dialogs that answer from a script and keep what was shown; without an answer they are dismissed. */
export class FakeDialogs implements Dialogs {
  readonly shown: Shown[] = [];
  readonly #answers: Answer[] = [];

  /** The next question that matches gets this answer. */
  answer(question: RegExp, answer: Answer['answer']): this {
    this.#answers.push({ question, answer });
    return this;
  }

  /** Answers that nobody asked for. */
  get unused(): readonly string[] {
    return this.#answers.map(({ question }) => question.source);
  }

  texts(kind: Shown['kind']): readonly string[] {
    return this.shown.filter((each) => each.kind === kind).map(({ text }) => text);
  }

  pick<T>({ title, placeholder, items, fromText }: PickQuestion<T>): Promise<T | Back | undefined> {
    const text = `${title}: ${placeholder}`;
    this.shown.push({ kind: 'pick', text, choices: items.map(({ label }) => label) });
    const answer = this.#take(text);
    if (typeof answer !== 'string') return Promise.resolve(typeof answer === 'boolean' ? undefined : answer);
    const item = items.find(({ label }) => label.includes(answer)) ?? fromText?.(answer);
    if (item === undefined)
      throw new Error(`"${text}" has no "${answer}", only ${items.map(({ label }) => label).join(', ')}`);
    return Promise.resolve(item.value);
  }

  input({ title, prompt, validate }: InputQuestion): Promise<string | Back | undefined> {
    const text = `${title}: ${prompt}`;
    this.shown.push({ kind: 'input', text, choices: [] });
    const answer = this.#take(text);
    if (typeof answer !== 'string') return Promise.resolve(typeof answer === 'boolean' ? undefined : answer);
    const problem = validate?.(answer);
    if (problem !== undefined) throw new Error(`"${text}" refuses "${answer}": ${problem}`);
    return Promise.resolve(answer);
  }

  confirm({ message, action }: Parameters<Dialogs['confirm']>[0]): Promise<boolean> {
    this.shown.push({ kind: 'confirm', text: message, choices: [action] });
    return Promise.resolve(this.#take(message) === true);
  }

  message(
    kind: 'error' | 'warning' | 'information',
    text: string,
    actions: readonly string[],
  ): Promise<string | undefined> {
    this.shown.push({ kind, text, choices: actions });
    const answer = this.#take(text);
    return Promise.resolve(typeof answer === 'string' ? answer : undefined);
  }

  #take(text: string): Answer['answer'] {
    const index = this.#answers.findIndex(({ question }) => question.test(text));
    return index < 0 ? undefined : this.#answers.splice(index, 1)[0]?.answer;
  }
}

/** Replaces the dialogs for one test; writes to the test's places are allowed unless it says otherwise. */
export function fakeDialogs({ dialogs }: TestHandle): FakeDialogs {
  const fake = new FakeDialogs();
  dialogs.replace(fake);
  return fake;
}
