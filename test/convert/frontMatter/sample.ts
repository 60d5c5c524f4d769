/** Front matter in many forms. */
export const SOURCE = `---
# the page
title: 'Old title' # shown on top
tags:
- a
- "b"
nested:
  deep: 1   # keep
  other: [x, y]
docbridge: { id: q1 }
text: |
  line one
  line two

empty:
anchor: &a value
alias: *a
---
`;
