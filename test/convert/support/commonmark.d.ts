declare module 'commonmark' {
  /** A parsed document, opaque here. */
  export interface Node {
    readonly type: string;
  }
  export class Parser {
    parse(markdown: string): Node;
  }
  export class HtmlRenderer {
    /** How many images the renderer is in. */
    disableTags: number;
    render(node: Node): string;
    html_inline(node: { readonly literal: string }): void;
    linebreak(): void;
  }
}
