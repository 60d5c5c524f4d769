/** Text as the judges print it in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  );
}
