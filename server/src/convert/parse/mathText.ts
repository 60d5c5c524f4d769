import { markdownLineEnding, markdownSpace, asciiAlphanumeric, asciiDigit } from 'micromark-util-character';
import type { Code, Construct, State, TokenizeContext, Effects } from 'micromark-util-types';

const DOLLAR = 36;

/**
 * Inline math as pandoc reads it (extension tex_math_dollars): no space just inside the dollars, no digit right
 * after, one line. So "costs $5 and $6" stays text, which the looser rule of micromark-extension-math takes for math.
 */
export const mathText: Construct = { name: 'mathText', tokenize, previous };

function previous(code: Code): boolean {
  return code !== DOLLAR && !asciiAlphanumeric(code);
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let opening = 0;
  let closing = 0;
  let spaceBefore = false;
  const allowed = previous(this.previous);
  return start;

  function start(code: Code): State | undefined {
    if (!allowed) return nok(code);
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    return open(code);
  }

  function open(code: Code): State | undefined {
    if (code === DOLLAR && opening < 2) {
      effects.consume(code);
      opening += 1;
      return open;
    }
    if (code === DOLLAR || code === null || markdownLineEnding(code) || markdownSpace(code)) return nok(code);
    effects.exit('mathTextSequence');
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    if (code === DOLLAR) {
      if (spaceBefore) return nok(code);
      effects.exit('mathTextData');
      effects.enter('mathTextSequence');
      return close(code);
    }
    spaceBefore = markdownSpace(code);
    effects.consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    if (code === DOLLAR) {
      effects.consume(code);
      closing += 1;
      return close;
    }
    if (closing !== opening || asciiDigit(code)) return nok(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return ok(code);
  }
}
