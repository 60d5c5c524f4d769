import { plainText } from '../output/plainText.js';
import type { Colours } from '../output/Colours.js';
import type { OutputStream } from '../Surroundings.js';
import { DemoFailedError } from './DemoFailedError.js';

/** Tells the demo's story, and holds every claim that it makes against what really is. */
export class Narrator {
  readonly colours: Colours;
  readonly #output: OutputStream;
  #step = 0;

  constructor(output: OutputStream, colours: Colours) {
    this.#output = output;
    this.colours = colours;
  }

  /** A new chapter. */
  async step(title: string): Promise<void> {
    this.#step += 1;
    await this.#write(`\n${this.colours.bold(this.colours.cyan(`${this.#step}  ${title}`))}`);
  }

  async say(text: string): Promise<void> {
    await this.#write(`   ${text}`);
  }

  /** A command as a person would type it. */
  async command(line: string): Promise<void> {
    await this.#write(`   ${this.colours.dim('$')} ${this.colours.bold(line)}`);
  }

  /** Output of a command or the text of a file, set off from the story. */
  async show(text: string, most = 30): Promise<void> {
    const lines = plainText(text).replace(/\n+$/u, '').split('\n');
    const bar = this.colours.dim('│');
    for (const line of lines.slice(0, most)) await this.#write(`   ${bar} ${line}`.trimEnd());
    if (lines.length > most)
      await this.#write(`   ${bar} ${this.colours.dim(`... ${lines.length - most} more lines`)}`);
  }

  /** Output that is coloured already. */
  async showAsIs(text: string): Promise<void> {
    for (const line of text.replace(/\n+$/u, '').split('\n')) await this.#write(`   ${line}`);
  }

  /** Says that something is so; throws `DemoFailedError` when it is not. */
  async claim(isSo: boolean, claim: string, found = 'something else'): Promise<void> {
    if (!isSo) throw new DemoFailedError(claim, found);
    await this.#write(`   ${this.colours.green('✔')} ${claim}`);
  }

  async #write(line: string): Promise<void> {
    await this.#output.write(`${line}\n`);
  }
}
