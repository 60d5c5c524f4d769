const KEPT = /[A-Za-z0-9;/?:@&=+$,\-_.!~*'()#]/;

/**
 * Percent-encodes what a URL may not hold, as CommonMark's reference parsers do: escapes that are there stay, half a
 * surrogate pair becomes U+FFFD.
 */
export function encodeUrl(url: string): string {
  return url.replace(/%[0-9a-fA-F]{2}|[^]/gu, (sign) => {
    if (sign.length === 3 || KEPT.test(sign)) return sign;
    return encodeURIComponent(sign.toWellFormed());
  });
}
