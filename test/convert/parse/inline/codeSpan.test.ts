import { outlineTests } from '../../support/outlineTests.js';

// CommonMark 0.31.2, section 6.1.
suite('parser: code spans', () => {
  outlineTests([
    [
      'are not looked for again when a run has no partner, though an escape makes another run of that length',
      '``a \\```b',
      'paragraph["``a ```b"]',
    ],
  ]);
});
