import assert from 'node:assert/strict';
import { textAttribute } from '../../../server/src/convert/attributes.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import { withWord } from './editText.js';

const PAGE = `---
icon: bolt
---

# Machines

{% hint style="warning" %}
Let it **cool** before you open it.
{% endhint %}

{% stepper %}
{% step %}
### Fill

Use cold water.
* never milk
{% endstep %}

{% step %}
> {% hint
>   style="info"
> %}
> Listen for the click.
> {% endhint %}

{% code title="config.yaml" lineNumbers="true" %}
\`\`\`yaml
tag: "{% not a tag %}"
\`\`\`
{% endcode %}
<figure><img src="a.png" alt=""></figure>
{% endstep %}
{% endstepper %}

| part | {% vars.a %} |
| ---- | ------------ |
| a    | b            |
{% content-ref url="../b.md" %}
[b.md](../b.md)
{% endcontent-ref %}
`;

function typesOf(markdown: string): readonly string[] {
  const { doc } = markdownToTiptap(markdown, { flavour: 'gitbook' }).value;
  return (doc.content ?? []).map((node) => textAttribute(node, 'source') ?? node.type);
}

function printed(...content: readonly TiptapNode[]): string {
  return tiptapToMarkdown({ doc: { type: 'doc', content } }, { flavour: 'gitbook' }).value;
}

suite('The flavour gitbook', () => {
  test('reads what stands between tags as blocks', () => {
    assert.deepEqual(typesOf(PAGE), [
      'heading',
      '{% hint style="warning" %}',
      'paragraph',
      '{% endhint %}',
      '{% stepper %}',
      '{% step %}',
      'heading',
      'paragraph',
      'bulletList',
      '{% endstep %}',
      '{% step %}',
      'blockquote',
      '{% code title="config.yaml" lineNumbers="true" %}',
      'codeBlock',
      '{% endcode %}',
      '<figure><img src="a.png" alt=""></figure>',
      '{% endstep %}',
      '{% endstepper %}',
      'table',
      '{% content-ref url="../b.md" %}',
      'paragraph',
      '{% endcontent-ref %}',
    ]);
  });

  for (const [word, other] of [
    ['cool', 'rest'],
    ['cold', 'warm'],
    ['milk', 'juice'],
    ['click', 'bell'],
    ['not a tag', 'code'],
    ['Fill', 'Pour'],
  ] as const) {
    test(`changes no more than the word: ${word}`, () => {
      assert.equal(withWord(PAGE, word, other, 'gitbook'), PAGE.replace(word, other));
    });
  }

  test('says where a tag was carried', () => {
    const { notices } = markdownToTiptap('a {% b %}\n{% c %}\n', { flavour: 'gitbook' });
    assert.deepEqual(
      notices.map(({ code, start, end }) => ({ code, start, end })),
      [
        { code: 'raw-inline', start: 2, end: 9 },
        { code: 'raw-block', start: 10, end: 17 },
      ],
    );
  });

  test('takes what nothing closes for text', () => {
    assert.deepEqual(typesOf('{% a\n\n{% b %}\n'), ['paragraph', '{% b %}']);
    assert.deepEqual(typesOf('{% a\n{% b %}\n'), ['paragraph', '{% b %}']);
    assert.deepEqual(typesOf('> {% a\n%} b\n'), ['blockquote']);
  });

  test('reads a closing sign in quotes as part of them, but no further than the paragraph', () => {
    assert.deepEqual(typesOf('{% a b="%}" %}\n'), ['{% a b="%}" %}']);
    assert.deepEqual(typesOf('{% a b="%}\n\n" %}\n'), ['{% a b="%}', 'paragraph']);
    assert.deepEqual(typesOf("{% a it's %}\n{% b it's %}\n"), ["{% a it's %}", "{% b it's %}"]);
  });

  test('knows tags in code that is indented as code', () => {
    assert.deepEqual(typesOf('    {% a %}\n'), ['codeBlock']);
  });

  test('writes text that looks like a tag as text', () => {
    const text = { type: 'paragraph', content: [{ type: 'text', text: '{% a %} {b}' }] };
    const markdown = printed(text);
    assert.equal(markdown, '\\{% a %} {b}\n');
    assert.deepEqual(
      markdownToTiptap(markdown, { flavour: 'gitbook' }).value.doc.content?.[0]?.content,
      text.content,
    );
  });

  test('keeps a tag in a paragraph of its own there', () => {
    const paragraph = {
      type: 'paragraph',
      content: [{ type: 'rawInline', attrs: { kind: 'gitbook', source: '{% a %}' } }],
    };
    const markdown = printed(paragraph);
    assert.equal(markdown, '{% a %} <!-- docbridge:{} -->\n');
    assert.deepEqual(markdownToTiptap(markdown, { flavour: 'gitbook' }).value.doc.content, [paragraph]);
  });

  test('has formulas between two dollars only', () => {
    const { doc } = markdownToTiptap('so$$x$$1 and $y$\n', { flavour: 'gitbook' }).value;
    assert.deepEqual(
      doc.content?.[0]?.content?.map(({ type }) => type),
      ['text', 'inlineMath', 'text'],
    );
  });
});
