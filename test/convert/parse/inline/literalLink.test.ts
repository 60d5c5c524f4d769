import { outlineTests } from '../../support/outlineTests.js';

// GFM autolinks (extension); where its text leaves room, cmark-gfm decides.
suite('parser: bare addresses', () => {
  const link = (text: string, url = text): string => `link(url="${url}")["${text}"]`;
  outlineTests([
    ['may name a scheme of mail', 'mailto:a@b.cd', `paragraph[${link('mailto:a@b.cd')}]`],
    ['may name a resource behind an XMPP address', 'xmpp:a@b.cd/e', `paragraph[${link('xmpp:a@b.cd/e')}]`],
    [
      'begin behind what only ends like a scheme',
      'xmailto:a@b.cd c:d@e.fg',
      `paragraph["xmailto:" ${link('a@b.cd', 'mailto:a@b.cd')} " c:" ${link('d@e.fg', 'mailto:d@e.fg')}]`,
    ],
    [
      'begin behind a scheme that is written with a reference',
      '&#109;ailto:a@b.cd',
      `paragraph["mailto:" ${link('a@b.cd', 'mailto:a@b.cd')}]`,
    ],
    ['of mail stand behind no slash', '/a@b.cd', 'paragraph["/a@b.cd"]'],
    [
      'of mail hold underscores that could be delimiters',
      '_._c@d.ef',
      `paragraph[${link('_._c@d.ef', 'mailto:_._c@d.ef')}]`,
    ],
    ['of mail hold no escaped characters', '\\_._c@d.ef', 'paragraph["_._c@d.ef"]'],
    [
      'end before punctuation and the bracket that they stand in',
      '(http://a.b?!.) www.c.d;',
      `paragraph["(" ${link('http://a.b')} "?!.) " ${link('www.c.d', 'http://www.c.d')} ";"]`,
    ],
    ['end before a reference', 'http://a.b&amp;', `paragraph[${link('http://a.b')} "&"]`],
    [
      'have a host of letters of any script, but not of punctuation',
      'http://你.b http://。b http://- http://',
      `paragraph[${link('http://你.b')} " http://。b http://- http://"]`,
    ],
  ]);
});
