const maxLength = 200;
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Text of a server made fit for a message: no control or direction characters, at most 200 characters. */
export function serverText(text: string): string {
  const plain = text.toWellFormed().replace(unprintable, ' ').trim();
  return plain.length <= maxLength ? plain : `${plain.slice(0, maxLength - 1).toWellFormed()}…`;
}

/**
 * What a refusal says: FastAPI's `detail` (text, or a list of `{loc, msg}`), NestJS's `message` (text or list), or
 * the words of the status.
 */
export function refusalText(body: unknown, status: number): string {
  const fields = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const said = fields['detail'] ?? fields['message'] ?? fields['error'];
  const texts = (Array.isArray(said) ? said : [said]).map(oneText).filter((text) => text !== '');
  return serverText(texts.length === 0 ? `status ${status}` : texts.join('; '));
}

function oneText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { loc, msg } = value as { readonly loc?: unknown; readonly msg?: unknown };
  if (typeof msg !== 'string') return '';
  return Array.isArray(loc) ? `${loc.join('.')}: ${msg}` : msg;
}
