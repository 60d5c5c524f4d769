import assert from 'node:assert/strict';
import { normalizeHtml } from '../../../scripts/conformance/judge/normalizeHtml.js';

suite('normalizeHtml', () => {
  for (const [name, html, expected] of [
    ['white space within a line', '<p>a  \t b</p>', '<p>a b</p>'],
    ['line ends', '<p>a  \t\nb</p>', '<p>a b</p>'],
    ['white space around blocks', '\n\t<p>\n\t\ta  b\t\t</p>\n\t', '<p>a b</p>'],
    ['white space after inline elements, which counts', '<i>a  b</i> ', '<i>a b</i> '],
    ['white space in pre, which counts', '<pre>a  \n b</pre>', '<pre>a  \n b</pre>'],
    ['line ends after a break', '<p>a<br />\n\nb</p>', '<p>a<br>b</p>'],
    ['white space before a comment, which counts', '<p>a <!-- b  c --></p>', '<p>a <!-- b  c --></p>'],
    ['no-break spaces, which are content', '<p>\u00a0a\u00a0</p>', '<p>\u00a0a\u00a0</p>'],
    ['closed start tags', '<hr /><img src="a" />', '<hr><img src="a">'],
    ['case and order of attributes', '<a title="bar" HREF=\'foo\'>x</a>', '<a href="foo" title="bar">x</a>'],
    ['empty attributes', '<input checked="" type=\'a\'>', '<input checked type="a">'],
    ['attributes without quotes', '<a b=c d>', '<a b="c" d>'],
    ['percent-encoding in addresses', '<a href="a%20b%C3%A9%22">', '<a href="a bé&quot;">'],
    ['what is no percent-encoding', '<a href="%zz%ff" title="%20">', '<a href="%zz%ff" title="%20">'],
    ['entities', '&forall;&amp;&gt;&lt;&quot;&#x41;&#66;', '\u2200&amp;&gt;&lt;&quot;AB'],
    ['entities of blanks, which count', '<p>&#32;a&#32; &#32;b</p>', '<p> a   b</p>'],
    ['numbers that are no characters', '&#0;&#xd800;', '\ufffd\ufffd'],
    ['entities in attributes', '<A title="" HREF="b%20c" b=&quot;>', '<a b="&quot;" href="b c" title>'],
    ['what only looks like an entity', '<p>&bogus; & "</p>', '<p>&amp;bogus; &amp; &quot;</p>'],
    ['CDATA', '<![CDATA[ a  <b> ]]>', '<![CDATA[ a  <b> ]]>'],
    ['instructions', "<p><?php echo '>';  ?></p>", "<p><?php echo '>';  ?></p>"],
    ['declarations', '<!DOCTYPE  html>', '<!DOCTYPE  html>'],
    ['a smaller-than sign', 'a < b <3', 'a &lt; b &lt;3'],
    ['a > in an attribute', '<a b=">"  c>d</a>', '<a b="&gt;" c>d</a>'],
    ['scripts', '<script>\nif (a<b) "&amp;"\n</script>', '<script>if (a<b) "&amp;"</script>'],
  ] as const) {
    test(`evens out ${name}`, () => {
      assert.equal(normalizeHtml(html), expected);
    });
  }

  test('tells apart what differs in text, tags, attributes or order', () => {
    const different = [
      '<p>a</p>',
      '<p>b</p>',
      '<P>a<br></p>',
      '<p title="a">a</p>',
      '<b><i>a</i></b>',
      '<i><b>a</b></i>',
    ];
    assert.equal(new Set(different.map(normalizeHtml)).size, different.length);
  });
});
