/** Longest front matter that is parsed, in UTF-16 code units. */
const MAX_LENGTH = 65_536;
const MAX_DEPTH = 50;
const MAX_KEYS = 1000;
const MAX_ALIASES = 20;

/** What a YAML text is refused for. */
export interface Refusal {
  readonly code: 'front-matter-too-large' | 'front-matter-too-deep' | 'front-matter-too-complex';
  readonly message: string;
  readonly at: number;
}

/**
 * Looks at YAML in linear time before the parser does, which nested brackets can abort and many keys can stall.
 * Brackets inside texts count too: front matter has no use for fifty of them in a row.
 */
export function guardYaml(text: string): Refusal | undefined {
  if (text.length > MAX_LENGTH) {
    const message = `The front matter has ${text.length} characters; at most ${MAX_LENGTH} are read.`;
    return { code: 'front-matter-too-large', message, at: 0 };
  }
  let depth = 0;
  let keys = 0;
  let aliases = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '[' || char === '{') depth += 1;
    if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (char === ':' || char === '?' || char === ',') keys += 1;
    if (char === '*' || char === '&') aliases += 1;
    if (depth > MAX_DEPTH) return tooDeep(at);
    if (keys > MAX_KEYS * 4) return tooComplex('keys', at);
    if (aliases > MAX_ALIASES * 10) return tooComplex('anchors and aliases', at);
  }
  return guardLines(text);
}

/** Dashes, question marks and colons that open one collection in another on the same line. */
const MARKERS = /^(?:[ \t]*[-?:](?=[ \t]))*/;

function guardLines(text: string): Refusal | undefined {
  let keys = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const markers = line
      .slice(0, line.length - line.replace(MARKERS, '').length)
      .replace(/[ \t]/g, '').length;
    const indent = line.length - line.replace(/^ +/, '').length;
    if (markers > MAX_DEPTH || indent > MAX_DEPTH * 8) return tooDeep(index);
    if (/^[^#]*:(?:\s|$)/.test(line)) keys += 1;
    if (keys > MAX_KEYS) return tooComplex('keys', index);
  }
  const aliases = [...text.matchAll(/(?:^|[\s[{,:-])\*[^\s,\]}]/g)];
  return aliases.length > MAX_ALIASES ? tooComplex('aliases', 0) : undefined;
}

function tooDeep(at: number): Refusal {
  return {
    code: 'front-matter-too-deep',
    message: `The front matter nests deeper than ${MAX_DEPTH} levels.`,
    at,
  };
}

function tooComplex(what: string, at: number): Refusal {
  return { code: 'front-matter-too-complex', message: `The front matter has too many ${what}.`, at };
}
