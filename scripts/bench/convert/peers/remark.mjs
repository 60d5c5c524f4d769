// remark parse, GFM and stringify: the syntax tree stands where the others have ProseMirror JSON.
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

export function create() {
  const processor = remark().use(remarkGfm).freeze();
  return {
    parse: (markdown) => processor.runSync(processor.parse(markdown)),
    serialise: (tree) => processor.stringify(tree),
  };
}
