/** One file as the body of a form (RFC 7578). `boundary`: a random token that the file does not hold. */
export function multipartFile(
  field: string,
  file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
  boundary: string,
): { readonly body: Uint8Array; readonly contentType: string } {
  const encoder = new TextEncoder();
  const name = file.name.replace(/["\r\n]/g, (found) => encodeURIComponent(found));
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
      `Content-Type: ${file.mime.replace(/[^\x21-\x7e]/g, '')}\r\n\r\n`,
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const body = new Uint8Array(head.length + file.bytes.length + tail.length);
  body.set(head, 0);
  body.set(file.bytes, head.length);
  body.set(tail, head.length + file.bytes.length);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
