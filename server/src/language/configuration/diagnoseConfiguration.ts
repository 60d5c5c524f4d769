import { parseConfiguration } from '../../config/parseConfiguration.js';
import { ConfigurationError } from '../../errors/usageErrors.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { JsonDocument, JsonPath } from '../json/JsonDocument.js';
import { parseJson } from '../json/parseJson.js';
import { LineMap } from '../text/LineMap.js';

/** Findings of a docbridge.json: what `parseConfiguration` refuses, on the exact key. */
export function diagnoseConfiguration(text: string, file: string): readonly Finding[] {
  try {
    parseConfiguration(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const parsed = parseJson(text);
    if ('findings' in parsed) return parsed.findings;
    const problems = error.data['problems'];
    return (Array.isArray(problems) ? problems : []).map((problem) =>
      place(String(problem), text, parsed.document),
    );
  }
}

/** Problems read `bindings[0].platform.url (line 4): must not be empty`. */
function place(problem: string, text: string, document: JsonDocument): Finding {
  const match = /^(\S.*?) \(line (\d+)\): (.*)$/s.exec(problem);
  if (match === null) return makeFinding('configuration', new LineMap(text).range(0, 1), sentence(problem));
  const [, where = '', , message = ''] = match;
  const path = where === 'the file' ? [] : parsePath(where);
  const aboutKey = message.startsWith('this key ');
  const marked = aboutKey ? document.keyRange(path) : document.valueRange(path);
  return makeFinding('configuration', marked, sentence(`${where}: ${message}`));
}

function parsePath(printed: string): JsonPath {
  return [...printed.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((match) =>
    match[1] === undefined ? match[0] : Number(match[1]),
  );
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
