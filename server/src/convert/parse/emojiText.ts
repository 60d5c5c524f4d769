import { asciiAlphanumeric } from 'micromark-util-character';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, State, TokenizeContext, Effects } from 'micromark-util-types';
import type { Literal } from 'mdast';

/** A shortcode such as `:tada:`; `value` is the name without colons. */
export interface Emoji extends Literal {
  type: 'emoji';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    emoji: Emoji;
  }
  interface RootContentMap {
    emoji: Emoji;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    emojiText: 'emojiText';
    emojiName: 'emojiName';
  }
}

const COLON = 58;

/** Emoji shortcodes as GitHub writes them: `:name:` with no word character or colon beside it. */
export const emojiText: Construct = { name: 'emojiText', tokenize, previous };

/** Turns the tokens of `emojiText` into mdast nodes. */
export const emojiFromMarkdown: FromMarkdownExtension = {
  enter: {
    emojiText(token) {
      this.enter({ type: 'emoji', value: '' }, token);
    },
  },
  exit: {
    emojiName(token) {
      const node = this.stack[this.stack.length - 1];
      if (node?.type === 'emoji') node.value = this.sliceSerialize(token);
    },
    emojiText(token) {
      this.exit(token);
    },
  },
};

/** One may stand right after another. */
function previous(this: TokenizeContext, code: Code): boolean {
  if (code === COLON) return this.events.at(-1)?.[1].type === 'emojiText';
  return !asciiAlphanumeric(code);
}

function isNameCode(code: Code): boolean {
  return (
    code !== null &&
    ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 43 || code === 45)
  );
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const allowed = previous.call(this, this.previous);
  let letters = 0;
  return start;

  function start(code: Code): State | undefined {
    if (!allowed) return nok(code);
    effects.enter('emojiText');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (!isNameCode(code)) return nok(code);
    effects.enter('emojiName');
    return name(code);
  }

  function name(code: Code): State | undefined {
    if (isNameCode(code)) {
      if ((code ?? 0) >= 97) letters += 1;
      effects.consume(code);
      return name;
    }
    if (code !== COLON || letters === 0) return nok(code);
    effects.exit('emojiName');
    effects.consume(code);
    return after;
  }

  function after(code: Code): State | undefined {
    if (asciiAlphanumeric(code)) return nok(code);
    effects.exit('emojiText');
    return ok(code);
  }
}
