/** Stands in for the editor's translation: English, with `{0}` filled in. */
export function t(message: string, ...args: (string | number)[]): string {
  return message.replace(/\{(\d+)\}/g, (_all, index: string) => String(args[Number(index)] ?? ''));
}
