// prosemirror-markdown with its own schema and tokenizer: CommonMark, without tables, tasks and strike.
import { defaultMarkdownParser, defaultMarkdownSerializer, schema } from 'prosemirror-markdown';

export function create() {
  return {
    parse: (markdown) => defaultMarkdownParser.parse(markdown).toJSON(),
    serialise: (json) => defaultMarkdownSerializer.serialize(schema.nodeFromJSON(json)),
  };
}
