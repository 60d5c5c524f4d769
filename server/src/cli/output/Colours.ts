import { createColors } from 'picocolors';

/** Puts colours around words; without colours the words stay as they are. */
export type Colours = ReturnType<typeof createColors>;

export function coloursFor(stream: { readonly hasColours: boolean }): Colours {
  return createColors(stream.hasColours);
}
