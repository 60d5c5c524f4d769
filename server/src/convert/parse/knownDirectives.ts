import { directive } from 'micromark-extension-directive';
import { asciiAlphanumeric } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directiveNameAhead: 'directiveNameAhead';
  }
}

const COLON = 58;
const BRACKET = 91;
const BRACE = 123;

/**
 * Directives, but only those with a name of ours and a label or attributes: prose is full of colons, and `std::vector`
 * or `note:this` must stay text.
 */
export function knownDirectives(text: ReadonlySet<string>, leaf: ReadonlySet<string>): Extension {
  const all = directive();
  const [textConstruct] = constructs(all.text?.[COLON]);
  const [, leafConstruct] = constructs(all.flow?.[COLON]);
  if (textConstruct === undefined || leafConstruct === undefined) return {};
  return {
    text: { [COLON]: onlyNamed(textConstruct, text, 1) },
    flow: { [COLON]: onlyNamed(leafConstruct, leaf, 2) },
  };
}

function constructs(value: Construct | Construct[] | undefined): readonly Construct[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function onlyNamed(construct: Construct, names: ReadonlySet<string>, colons: number): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const inner = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(nameAhead(names, colons), inner, nok);
    },
  };
}

function nameAhead(names: ReadonlySet<string>, colons: number): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State): State {
      let name = '';
      let seen = 0;
      return start;

      function start(code: Code): State | undefined {
        effects.enter('directiveNameAhead');
        return inside(code);
      }

      function inside(code: Code): State | undefined {
        if (code === COLON && name === '') {
          seen += 1;
          effects.consume(code);
          return inside;
        }
        if (code !== null && asciiAlphanumeric(code)) {
          name += String.fromCharCode(code);
          effects.consume(code);
          return inside;
        }
        effects.exit('directiveNameAhead');
        const follows = code === BRACKET || code === BRACE;
        return seen === colons && follows && names.has(name) ? ok(code) : nok(code);
      }
    },
  };
}
