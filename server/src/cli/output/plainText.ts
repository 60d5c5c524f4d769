const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that somebody else wrote, without characters that paint a terminal or turn a line around. */
export function plainText(text: string): string {
  return text.replace(dangerous, '');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}
