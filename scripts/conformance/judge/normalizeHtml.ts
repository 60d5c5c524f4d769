import { escapeHtml, evenEntities, evenParts } from './evenEntities.js';
import { htmlTokens, type HtmlAttribute, type HtmlToken } from './htmlTokens.js';

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'article header aside hgroup blockquote hr iframe body li map button object canvas ol caption output col p ' +
    'colgroup pre dd progress div section dl table td dt tbody embed textarea fieldset tfoot figcaption th figure ' +
    'thead footer tr form ul h1 h2 h3 h4 h5 h6 video script style'
  ).split(' '),
);

interface State {
  readonly out: string[];
  /** What the last piece was; white space around it counts or not by that. */
  last: 'start' | 'end' | 'other';
  lastTag: string;
  inPre: boolean;
}

/**
 * HTML with the differences evened out that say nothing, after the CommonMark suite's test/normalize.py: white space
 * outside `pre`, white space around blocks, the order and case of attributes, entities, percent-encoding of addresses.
 * White space is ASCII's alone, and written as it is: U+00A0 is content, and so is a blank that an entity stands for.
 */
export function normalizeHtml(html: string): string {
  const state: State = { out: [], last: 'start', lastTag: '', inPre: false };
  for (const token of htmlTokens(html)) take(token, state);
  return state.out.join('');
}

function take(token: HtmlToken, state: State): void {
  switch (token.kind) {
    case 'text':
      for (const { text, isEntity } of evenParts(token.value)) {
        if (isEntity) takeVerbatim(text, state);
        else takeText(text, state);
      }
      break;
    case 'rawText':
      takeText(token.value, state);
      break;
    case 'verbatim':
      takeVerbatim(token.value, state);
      break;
    case 'start':
      if (token.name === 'pre') state.inPre = true;
      if (BLOCK_TAGS.has(token.name)) dropTrailingSpace(state.out);
      state.out.push(`<${token.name}${attributeText(token.attributes)}>`);
      state.lastTag = token.name;
      state.last = token.selfClosing ? 'end' : 'start';
      break;
    case 'end':
      if (token.name === 'pre') state.inPre = false;
      else if (BLOCK_TAGS.has(token.name)) dropTrailingSpace(state.out);
      state.out.push(`</${token.name}>`);
      state.lastTag = token.name;
      state.last = 'end';
      break;
  }
}

function takeVerbatim(value: string, state: State): void {
  state.out.push(value);
  state.last = 'other';
}

function takeText(value: string, state: State): void {
  let text = value;
  const afterTag = state.last !== 'other';
  if (afterTag && state.lastTag === 'br') text = text.replace(/^\n+/, '');
  if (!state.inPre) {
    text = text.replace(/[ \t\n\r\f\v]+/g, ' ');
    if (afterTag && BLOCK_TAGS.has(state.lastTag)) {
      text = state.last === 'start' ? text.replace(/^ /, '') : text.replace(/^ | $/g, '');
    }
  }
  state.out.push(text);
  state.last = 'other';
}

function dropTrailingSpace(out: string[]): void {
  for (let last = out.pop(); last !== undefined; last = out.pop()) {
    const kept = last.replace(/[ \t\n\r\f\v]+$/, '');
    if (kept === '') continue;
    out.push(kept);
    return;
  }
}

function attributeText(attributes: readonly HtmlAttribute[]): string {
  return attributes
    .map(({ name, value }) => {
      if (value === undefined || value === '') return ` ${name}`;
      const even = evenEntities(value);
      return ` ${name}="${name === 'href' || name === 'src' ? percentDecoded(even) : even}"`;
    })
    .sort()
    .join('');
}

/** Decodes each run of percent escapes that is UTF-8; what they stand for is written as text is. */
function percentDecoded(address: string): string {
  return address.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return escapeHtml(decodeURIComponent(run));
    } catch (error) {
      if (error instanceof URIError) return run;
      throw error;
    }
  });
}
