/** Pieces parted by a broken bar; arrows are tabs, hooks line feeds, boxes no-break spaces, primes backticks. */
function pieces(text: string): readonly string[] {
  return text
    .replaceAll('\n', '')
    .replaceAll('→', '\t')
    .replaceAll('⏎', '\n')
    .replaceAll('␣', '\u00a0')
    .replaceAll('‵', '`')
    .split('¦');
}

/** Inline pieces that open, close or break something, none of them GFM. */
export const INLINES =
  pieces(String.raw`a¦b¦word¦é¦你¦😀¦。¦€¦␣¦1¦.¦,¦A1¦x_y¦ß¦&¦"¦'¦(¦)¦*¦**¦***¦****¦_¦__¦___¦*a*¦_a_¦**a**¦__a__¦*a**b*¦
**a*b**¦_a_b¦a_b_¦‵¦‵‵¦‵‵‵¦‵a‵¦‵‵ ‵ ‵‵¦‵ a ‵¦‵  ‵¦‵a⏎b‵¦\‵¦‵\‵¦[¦]¦![¦[]¦[a]¦[b]¦![a]¦[a][]¦
[a][b]¦[b][a]¦[a](¦](¦](b)¦)¦](<b c>)¦[a](b)¦![a](b)¦[a](b "t")¦[a](b 't')¦[a](b (t))¦[a]( b )¦
[a]()¦[a](<>)¦[a](b⏎"t")¦[a](b(c)d)¦[a](b(c¦[a](\(b)¦[a](b "t" x)¦[a](b"t")¦[a](&auml;%20b)¦
[*a*](b)¦[‵a‵](b)¦[[a]]¦[a [b](c) d](e)¦![a [b](c)](d)¦[![a](b)](c)¦[a\]¦[A ]¦[ a⏎b ]¦[a]:¦[\a]¦
<b>¦</b>¦<b c="d">¦<b c='d' e=f g>¦<b/>¦<b⏎c>¦<!-- c -->¦<!---->¦<!-->¦<!--->¦<!-- a -- b -->¦
<?p?>¦<?¦<!D e>¦<!¦<![CDATA[x]]>¦<![CDATA[¦<¦>¦<b¦< b>¦<b c=">¦<q:r>¦<ab:c d>¦<ab:c&amp;\>¦<u@v>¦
<u@v.>¦<1>¦<a+b.c:>¦</b c>¦<b *c*>¦<b c= d>¦&amp;¦&lt;¦&copy¦&copy;¦&#35;¦&#x22;¦&#0;¦&#xD800;¦
&#99999999;¦&nope;¦&ngE;¦&#32;¦&nbsp;¦&#10;¦&#42;¦&Tab;¦\*¦\_¦\[¦\]¦\\¦\¦\a¦\<¦\&¦\#¦ ¦  ¦→¦   ¦
⏎¦  ⏎¦\⏎¦ ⏎¦⏎ ¦⏎    ¦⏎→¦!¦#¦-¦+¦=¦~~~¦:`);

/** Lines that begin, go on with or end a block. */
export const LINES =
  pieces(String.raw`¦¦¦ ¦  ¦→¦    ¦a¦b¦a b¦ a¦  a¦   a¦    a¦→a¦ →a¦     a¦# a¦## a #¦### a ###  ¦#¦# #¦#a¦####### a¦
# a \#¦ # a¦    # a¦#→a¦## ¦# a#¦===¦=¦---¦--¦-¦ ===¦    ===¦=== ¦= =¦--- -¦   ---¦    ---¦-→-→-¦
***¦* * *¦___¦_ _ _¦**¦__¦*→*→*¦**  * ** * ** * **¦- - -¦+++¦ ***¦    ***¦‵‵‵¦‵‵‵‵ ¦‵‵‵a¦‵‵‵ a b¦
‵‵‵ a‵¦~~~¦~~~~¦~~~ a ~¦  ‵‵‵¦    ‵‵‵¦‵‵¦‵‵‵→¦ ~~~¦- a¦-a¦-¦- ¦-  a¦-    a¦-     a¦-→a¦-→→a¦* a¦
+ a¦*¦+¦- - a¦- * a¦1. a¦1) a¦2. a¦2) a¦0. a¦007. a¦123456789. a¦1234567890. a¦1.¦2.¦1)¦1.a¦
10. a¦-1. a¦- 1. a¦1. - a¦1. 2. a¦- # a¦- ‵‵‵¦- > a¦-     b¦1.      c¦- a\¦  - a¦   - a¦    - a¦
     - a¦   1. a¦    1. a¦  * a¦-⏎  a¦-⏎⏎  a¦- ---¦* ***¦- ===¦- [a]: b¦> a¦>a¦>¦> ¦>> a¦> > a¦
>  a¦>     a¦>→a¦> # a¦> ---¦> ‵‵‵¦> - a¦> 2. a¦   > a¦    > a¦> ===¦> [a]: b¦> -¦> 1.¦>- a¦
> <div>¦ >a¦> > >¦>     ¦>→→a¦<div>¦</div>¦<div¦<div>a</div>¦<b>¦</b>¦<b c="d">¦<b> x¦<script>¦
</script>¦<pre>¦</pre>¦<!-- a¦-->¦<!-- a -->¦<?a¦?>¦<!A¦<!A b>¦<![CDATA[¦]]>¦ <div>¦    <div>¦
<style>a</style> b¦<td>¦<a href="b">¦<a⏎¦<textarea>¦<del>¦<DIV CLASS="a"¦<hr/>¦<b/>¦[a]: b¦[a]:¦
b¦[b]: <>¦[b]: <b c> "t"¦"t"¦'t¦t'¦(t)¦[a]: b "t¦t"¦[a]: b "t" x¦[A]: c¦[ a⏎b ]: c¦[a]: b⏎c¦
   [b]: c¦    [b]: c¦[a]: b c¦[]: b¦[a] : b¦[a]: b⏎"t"¦[¦[a]¦[b]¦[a][b]¦[a]:b¦[a]: \*b¦[b]: (c)¦
[a]:⏎¦[a]:⏎b⏎"t"¦\[a]: b¦[\]]: b¦[a]: b\¦a  ¦a\¦a   ¦*a¦b*¦‵a¦b‵¦[a¦b](c)¦<b¦c>¦    b¦→b¦→→b¦
  →b¦      b`);

/** What puts a line into a container, or nearly. */
export const PREFIXES =
  pieces(String.raw`> ¦>¦> > ¦>→¦ > ¦- ¦-¦  ¦    ¦→¦ ¦   ¦1. ¦2. ¦2) ¦* ¦+ ¦-→¦-   ¦-    ¦-     ¦10. ¦> - ¦- > ¦  > ¦
>   ¦>  ¦      ¦1.→¦1.  ¦→→¦> 1. ¦   > `);

/**
 * Whether a text could hold a construct beyond CommonMark that our parser knows: GFM, math, directives, shortcodes or
 * template tags. Rather too often than not.
 */
export function mayHoldExtension(text: string): boolean {
  return (
    /[|$]|:-|-:|\[[ \txX\n]\]|\[\^|www\.|https?:|ftp:|mailto:|xmpp:|[\w.+-]@[\w-]+\.\w|\{%|:[\w+-]+:|:[a-z]+[[{]/i.test(
      text,
    ) || /(?<!~)~{1,2}(?!~)|[*_]~|~[*_]/.test(text)
  );
}

/** Inline pieces of GFM: strikethrough, addresses, calls of footnotes, bars. */
export const GFM_INLINES = pieces(String.raw`
~¦~~¦~~~¦~a~¦~~a~~¦~~a~¦~~*a~~*¦~~a⏎b~~¦\~~a~~¦a~~b~~c¦~~~~¦~~ a~~¦~~é~~¦*~~a~~*¦[~~a~~](b)¦
www.a.b¦www.¦(www.a.b)¦www.a.b/c(d)¦www.a.b/c).¦www.a.b&amp;¦www.a.b&copy;d¦xwww.a.b¦WWW.a.b¦www.a_b.c¦www.a.b_c¦
http://a.b¦https://a.b/c?d=e&f=g¦http://a¦http://¦http://a.b/(c)¦http://a.b"c¦http://a.b<c¦xhttp://a.b¦http://a.b,¦
http://a_b.c¦http://a.b/~c~¦*http://a.b*¦_www.a.b_¦[http://a.b](c)¦[www.a.b¦<http://a.b>¦<http://a.b¦http://a.b]¦
u@v.w¦u.x+y@v.w¦u@v.w.¦u@v-w.x¦u@v.w-¦u@v_w.x¦u@v¦u@v.w_¦[u@v.w](x)¦<u@v.w>¦u@v.w/x¦\u@v.w¦.u@v.w¦/u@v.w¦
[^a]¦[^b]¦[^a][^a]¦![^a]¦[^a](b)¦[^a]: c¦[^]¦[^ a]¦[^A]¦[a][^a]¦[^a][a]¦[^\]]¦*[^a]*¦|¦\|¦ | ¦||¦\\|¦‵|‵¦‵\|‵
`);

/** Lines of GFM: tables, task items, footnotes. */
export const GFM_LINES = pieces(String.raw`
| a | b |¦|---|---|¦|:-:|--:|¦a | b¦--- | ---¦:-|-:¦| a |¦|-|¦| - |¦|a¦-|¦:-:¦| a¦|:-¦a |¦-: |¦| a | b | c |¦|¦||¦
| \| | ‵|‵ |¦| ‵\|‵ | b |¦| *a | b* |¦|--|¦ | a | b |¦    | a |¦|---|---| x¦| a\ |¦| [a] | www.a.b |¦> | a |¦- | a |¦
| --- |¦|---¦a¦b¦|::|¦|:|¦---¦| a | b¦\| a |¦|a|b|⏎|-|-|⏎|c|d|¦|a|⏎|-|⏎|b|¦a|b⏎-|-⏎c¦|a|⏎|:-:|¦| a |⏎| - |⏎¦
- [ ] a¦- [x] a¦- [X] a¦* [ ] a¦1. [x] a¦- [ ]a¦- [ ]¦- [ ]→a¦-   [ ] a¦- [ ]  a¦- [] a¦- [y] a¦- [ ] [x] a¦- [x](b)¦
- [ ] # a¦- [ ] - a¦- [ ]⏎  a¦-⏎  [ ] a¦- [x] > a¦- [ ] [a]¦- > [ ] a¦- [ ]     a¦  - [ ] a¦- a⏎  - [x] b¦[ ] a¦- [ ] a⏎⏎  b¦
[^a]: b¦[^a]:¦[^a]:b¦[^b]: c⏎    d¦[^a]:     b¦[^a]: - b¦[^a]:⏎    b¦ [^a]: b¦    [^a]: b¦[^a]: [^b]¦> [^a]: b¦- [^a]: b¦
[^a]: b⏎⏎    c¦[^a]: b⏎c¦[^A]: x¦[^a b]: c¦[^a]: > b¦[^a]: ‵‵‵⏎    c¦[^a]: # b¦[^b]: [a]: c¦[^a]¦[^b]¦[^]: a¦    b¦~~a~~
`);

/** Whether a text could hold what is neither CommonMark nor GFM: math, directives, shortcodes, template tags. */
export function mayHoldOwnSyntax(text: string): boolean {
  return /[$]|:[\w+-]+:|:[a-z]+[[{]|\{%/i.test(text);
}
