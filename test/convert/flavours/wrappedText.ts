/** Texts as they stand between tags of each flavour. */
export const WRAPPINGS = {
  gitbook: [
    ['{% hint style="info" %}\n', '\n{% endhint %}\n'],
    ['{% tabs %}\n{% tab title="a" %}\n', '\n{% endtab %}\n\n{% endtabs %}\n'],
    ['{% step %}\n\n', '\n\n{% endstep %}'],
  ],
  mdx: [
    ['<A>\n', '\n</A>\n'],
    ['<A b={{ c: "}" }}>\n\n', '\n\n</A>\n'],
    ['import a from "b"\n\n{/* a */}\n', '\n{a}'],
  ],
} as const;
