// milkdown on remark, with its CommonMark and GFM presets; its editor wants a DOM.
import { Editor, parserCtx, rootCtx, schemaCtx, serializerCtx } from '@milkdown/core';
import { commonmark, imageSchema } from '@milkdown/preset-commonmark';
import { gfm } from '@milkdown/preset-gfm';

export const needsDom = true;

/** Its schema refuses an image without a title, which it reads as null: it would spend its time on reports of that. */
const lenientImage = imageSchema.extendSchema((previous) => (ctx) => {
  const spec = previous(ctx);
  return { ...spec, attrs: { ...spec.attrs, title: { default: null } } };
});

export async function create() {
  const editor = await Editor.make()
    .config((ctx) => ctx.set(rootCtx, document.body))
    .use(commonmark)
    .use(gfm)
    .use(lenientImage)
    .create();
  const parse = editor.ctx.get(parserCtx);
  const serialise = editor.ctx.get(serializerCtx);
  const schema = editor.ctx.get(schemaCtx);
  return {
    parse: (markdown) => parse(markdown).toJSON(),
    serialise: (json) => serialise(schema.nodeFromJSON(json)),
  };
}
