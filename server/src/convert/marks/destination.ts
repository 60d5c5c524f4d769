/** An address in which nothing needs escaping. */
const PLAIN = /^[\w/.#:?=%~+@,!;-]+$/;

/** Writes a link's address so that it is read back as it is (CommonMark 0.31.2, section 6.3). */
export function writeDestination(url: string): string {
  if (PLAIN.test(url)) return url;
  const escaped = url
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/&(?=#|[A-Za-z][A-Za-z\d]*;)/g, '&amp;');
  if (/[\r\n]/.test(escaped)) return bracketed(escaped.replace(/\r/g, '&#xD;').replace(/\n/g, '&#xA;'));
  return bracketed(escaped);
}

function bracketed(url: string): string {
  if (url === '' || /[\u0000-\u0020\u007f]/.test(url) || url.startsWith('<') || !isBalanced(url)) {
    return `<${url.replace(/[<>]/g, '\\$&')}>`;
  }
  return url;
}

/** Writes ` "title"`; nothing when there is none. */
export function writeTitle(title: string | undefined): string {
  if (title === undefined || title === '') return '';
  const escaped = title
    .replace(/\\(?=[!-/:-@[-`{-~])|\\$/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/&(?=#|[A-Za-z][A-Za-z\d]*;)/g, '&amp;')
    .replace(/\r/g, '&#xD;')
    .replace(/\n/g, '&#xA;');
  return ` "${escaped}"`;
}

function isBalanced(url: string): boolean {
  let depth = 0;
  for (const char of url) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0 || depth > 30) return false;
  }
  return depth === 0;
}
