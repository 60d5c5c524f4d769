import type { Json, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';

/** A page as people write them: every kind of block, in a style that is not the printer's. */
export const HANDBOOK = `---
title: "Handbook" # shown on top
tags: [a, b]
---
Handbook
========

Welcome to the _handbook_ of __everyone__.
It is [short][one] and has a note[^1].

## First steps ##
* Open the door
* Switch on:
    * the light
    * the \\[old\\] heater, see <kbd>F1</kbd>

  and wait a minute
* Sit down

1. Read this
1. Read that

   \`\`\`sh title="run"
   make coffee
   \`\`\`
1. Drink

> A quoted word
> that goes on.
>
> - with one item

- [x] Done thing
- [ ] Open thing

| Name    | Count |
|:--------|------:|
| apples  |     3 |
| pears   |     4 |

<!-- a comment -->

<details>
<summary>More about this</summary>

Hidden words here.

</details>

***

Costs are $5 and $6, *never* $x^2$.  
Next line\\
last line.

    indented code

[one]: https://example.com/one "First one"
[^1]: The note itself.
`;

/** A downgraded document after a platform has taken it: with ids, and attributes spelled out. */
export function asPlatformHolds(doc: TiptapDocument): TiptapDocument {
  let next = 0;
  const stamp = (node: TiptapNode): TiptapNode => {
    if (node.type === 'text') return node;
    const attrs: Record<string, Json> = { textAlign: null, ...node.attrs, id: `n${(next += 1)}` };
    return { ...node, attrs, ...(node.content === undefined ? {} : { content: node.content.map(stamp) }) };
  };
  return { ...doc, content: doc.content?.map(stamp) ?? [] };
}
