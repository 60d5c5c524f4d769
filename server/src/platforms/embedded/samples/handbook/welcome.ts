import type { SampleFolder } from '../../SampleContent.js';
import { aligned, callout, h1, h2, h3, hr, image, li, media, ol, p, quote, ul, withIds } from '../blocks.js';
import { bold, br, code, emoji, italic, link, mention, strike, sub, sup, titledLink, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { rowHead, table, head, td } from '../tables.js';
import { firstWeek } from './firstWeek.js';

const startHere = page(
  'start-here',
  'Start here',
  ...withIds('start', [
    aligned('center', h1('Welcome to Kettle Lane')),
    image('logo', 'A kettle with three lines of steam', { title: 'Our sign, painted by Josie', width: 240 }),
    aligned('center', p(italic('Eleven people, one drum, no boss.'))),
    p(
      'We are a workers’ cooperative in Port Ansel. We buy green coffee, roast it on Tuesdays and Thursdays, and ',
      'sell it over our own counter, to forty-odd cafés and by post. Everybody who works here for a year can ',
      'become an owner, and most do. ',
      emoji('coffee'),
    ),
    callout(
      'info',
      p('New? Read ', to('first-week', 'Your first week'), ' and then this page again on Friday.'),
      p('It will make more sense the second time.'),
    ),
    h2('What you will find here'),
    ul(
      li(to('opening-roastery', 'How we open'), ' and run the roastery'),
      li('What we pay for coffee, ', bold('and why'), ', in ', to('buying-policy', 'Buying policy')),
      li(
        'How we decide things:',
        ol(
          li('first we ', to('how-we-decide', 'talk'), ','),
          'then we try it for a month,',
          'then we decide.',
        ),
      ),
    ),
    h2('Whom to ask'),
    p(
      'Ask whoever is nearest. If nobody is near, write to ',
      mention('maren', 'Maren Holt'),
      ' about roasting, to ',
      mention('sana', 'Sana Qureshi'),
      ' about the café, and to ',
      mention('wen', 'Wen Li'),
      ' about money. The street door is at ',
      titledLink('https://kettlelane.example/find-us', 'Map with the "back door" marked', '14 Kettle Lane'),
      '.',
    ),
    h2('See us at work'),
    p('A film from the open day, four minutes, with more noise than we remember:'),
    media('youtube', {
      src: 'https://www.youtube.com/watch?v=KettleLane1',
      start: 35,
      width: 640,
      height: 360,
    }),
  ]),
);

const aboutHandbook = page(
  'about-handbook',
  'How this handbook works',
  h1('How this handbook works'),
  p(
    'Anyone may change any page. Say ',
    italic('what is true now'),
    ', not what was agreed once. If you are unsure, change it and tell ',
    mention('wen', 'Wen Li'),
    '; every older version is kept.',
  ),
  h2('House style'),
  ul(
    li('Short sentences. ', strike('Utilise'), ' Use plain words.'),
    'Give numbers a unit: 18 g, 93 °C, 28 s.',
    li('Put the reason after the rule.', p('A rule without a reason gets broken the first busy Saturday.')),
    li('One page, one task.', quote('If you need the word “also” in the title, make two pages.')),
  ),
  h2('Signs we type often'),
  table(
    head('We write', 'for', 'like this'),
    rowHead('CO₂', 'carbon dioxide', td('CO', sub('2'))),
    rowHead('m²', 'floor space', td('m', sup('2'))),
    rowHead('Ctrl+S', 'a key', td(code('Ctrl+S'))),
  ),
  h2('Things that look like formatting and are not'),
  p('People write notes in a hurry, and the handbook has to keep them exactly as they are:'),
  p('# 12 is the blue bin, not a heading'),
  p('- 2 kg means two kilos short, it is no list'),
  p('1. prize at the county fair, 2019 (that line starts with a number, too)'),
  p('> 60 % humidity: open the roof window'),
  p('We paid 3 * 40 = 120 for bags, marked *fragile* and _this side up_ and ~~not sold~~ on the box.'),
  p(
    'The label printer calls the field <b>origin</b>, the price is $4 or $5, and C:\\labels\\new is a folder.',
  ),
  p('Ask for [the list](on the desk), press `print`, and write name|weight|date on the lid.'),
  p('---'),
  p('===='),
  p('+ one spare\u00a0filter,  two spaces   or three, and &amp; stays an entity.'),
  hr,
  p('title: not front matter, only a note under a line'),
  hr,
  p('See https://kettlelane.example/a_b_c for the old site.'),
);

const people = page(
  'who-does-what',
  'Who does what',
  h1('Who does what'),
  p('Jobs rotate each spring. The second name is the person who is learning the job.'),
  table(
    head('Job', 'This year', 'Learning', 'Ask about'),
    rowHead('Roasting', mention('maren', 'Maren Holt'), 'Josie Park', 'profiles, the logger, smoke'),
    rowHead('Buying', mention('idris', 'Idris Bello'), 'Maren Holt', td('samples', br, 'contracts')),
    rowHead('Café', mention('sana', 'Sana Qureshi'), 'Ana Vidal', 'rota, milk, complaints'),
    rowHead('Delivery', mention('tomas', 'Tomás Rey'), td(), 'the cargo bike'),
    rowHead('Books', mention('wen', 'Wen Li'), 'Idris Bello', 'pay, invoices, this handbook'),
  ),
  h3('When somebody is away'),
  p(
    'The learner stands in. If the learner is away as well, the job waits; nothing here is worth a phone call on a ',
    'holiday except ',
    to('fire', 'smoke'),
    ' and a fridge that is warm.',
  ),
);

const story = page(
  'our-story',
  'Our story',
  h1('Our story'),
  image('harbour', 'The quay at Port Ansel in the morning', { alignment: 'center', width: 480, height: 240 }),
  p(
    'In 2011 the harbour bakery closed and left a gas line, a good floor and six people out of work. Four of them ',
    'bought a second-hand drum with their last wages. It arrived without a manual, in the rain, on a Friday.',
  ),
  quote(
    'We burned the first nine kilos. The tenth we drank standing up, all of us, out of two cups.',
    p(bold('Josie'), ', at the ten-year dinner'),
  ),
  h2('Friends far away'),
  p(
    'Our first letter from abroad came from a tasting room in Kobe: “',
    bold('おいしい'),
    'コーヒーをありがとう。また飲みたいです。” We framed it. The second came from Chengdu: “你们的咖啡',
    bold('很香'),
    '，请寄两公斤。”',
  ),
  p(
    'From Sana’a a grower wrote the sentence that hangs over the sample table: ',
    bold('القهوة الجيدة تبدأ بالصبر'),
    ' — good coffee begins with patience.',
  ),
  aligned('right', p('أهلاً وسهلاً بكم في المحمصة')),
  p(
    'The whole tale, with photographs, is on ',
    link('https://kettlelane.example/story', 'our web site'),
    '.',
  ),
);

const glossary = page(
  'glossary',
  'Words we use',
  h1('Words we use'),
  p(bold('Agtron'), ' — a colour number. Higher is lighter. Night Ferry sits at 52.'),
  p(bold('Charge'), ' — to drop the green coffee into the hot drum; also the weight that you drop.'),
  p(
    bold('Crack'),
    ' — the sound of water leaving. ',
    italic('First'),
    ' crack is popcorn, ',
    italic('second'),
    ' is rice in milk.',
  ),
  p(bold('EY'), ' — extraction yield; the sum is in ', to('brewing', 'Brewing on the bar'), '.'),
  p(bold('Q', italic('uaker')), ' — an unripe bean that stays pale. Pick it out.'),
  p(bold('TDS'), ' — total dissolved solids, in per cent. Not the same as strength', sup('*'), '.'),
  p(bold('Quakers'), italic('and'), bold('shells'), ' — what is left in the sorting tray at the end.'),
  p(sup('*'), ' Say “strong” to a guest, “TDS” to a colleague.'),
);

export const welcome: SampleFolder = folder(
  'Welcome',
  '👋',
  [startHere, aboutHandbook, people, story, glossary],
  [firstWeek],
);
