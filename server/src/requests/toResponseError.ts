import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { DocbridgeError, type DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { Redactor } from '../node/Redactor.js';

/**
 * An error as it crosses the protocol: `RequestFailed` (-32803), or `RequestCancelled` (-32800), with a
 * `DocbridgeErrorJson` as data. What is not a `DocbridgeError` is a defect of ours: its text stays in the log.
 */
export function toResponseError(error: unknown, redactor: Redactor): ResponseError<DocbridgeErrorJson> {
  const json = toJson(error);
  const clean: DocbridgeErrorJson = {
    ...json,
    message: redactor.redact(json.message),
    data: redactor.redactAll(json.data) as DocbridgeErrorJson['data'],
  };
  const code = json.category === 'cancelled' ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.RequestFailed;
  return new ResponseError(code, clean.message, clean);
}

function toJson(error: unknown): DocbridgeErrorJson {
  if (error instanceof DocbridgeError) return error.toJSON();
  const message = 'Something went wrong inside Docbridge. The log has the details (command "Show Log").';
  return { code: 'internal', message, category: 'internal', data: {} };
}
