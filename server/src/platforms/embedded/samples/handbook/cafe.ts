import type { SampleFolder } from '../../SampleContent.js';
import {
  aligned,
  callout,
  column,
  columns,
  details,
  h1,
  h2,
  h3,
  image,
  li,
  mathBlock,
  media,
  ol,
  p,
  quote,
  ul,
} from '../blocks.js';
import {
  bold,
  br,
  emoji,
  highlight,
  italic,
  math,
  mention,
  strike,
  styled,
  sup,
  to,
  underline,
} from '../inline.js';
import { folder, page } from '../pages.js';
import { head, table, td, tdWith, tr } from '../tables.js';

const brewing = page(
  'brewing',
  'Brewing on the bar',
  h1('Brewing on the bar'),
  image('cup', 'A cup from the side, with a dotted line at 150 ml'),
  table(
    head('Drink', 'Coffee', 'Water', 'Time', 'Notes'),
    tr('Espresso', '18 g', '38 g out', '28 s', td('taste the first of the day, ', bold('always'))),
    tr('Filter', '60 g/l', '94 °C', '3:30', td('pour in three', br, 'stir once')),
    tr('Cold', '80 g/l', 'cold', '14 h', 'in the fridge | not on it'),
  ),
  h2('How much did we get out?'),
  mathBlock('EY = \\frac{m_{cup} \\cdot TDS}{m_{coffee}}'),
  p(
    'A good filter: ',
    math('300 \\cdot 1.35\\,\\% / 18 = 22.5\\,\\%'),
    '. Below 18 grind finer, above 23 coarser.',
  ),
  h3('Dialling in'),
  ol(
    'Change one thing.',
    'Taste.',
    li('Write it down', ul('grind', 'dose', 'time')),
    'Only then change the next thing.',
  ),
);

const milk = page(
  'milk',
  'Milk, and what is not milk',
  h1('Milk, and what is not milk'),
  columns(
    column(h3('Cow'), p('55 to 60 °C. Stop when the jug is too warm to hold, minus one second.')),
    column(h3('Oat'), p('50 to 55 °C. Shake the carton. Shake it again.')),
    column(h3('Soy'), p('50 °C, and pour at once.')),
  ),
  callout(
    'danger',
    p(bold('Allergies:'), ' one jug, one milk. ', underline('Never'), ' rinse and reuse for another kind.'),
  ),
  p(
    'Order by noon for the next day. Two crates on weekdays, five on Saturdays, ',
    strike('four'),
    ' since the ferry runs again.',
  ),
);

const menu = page(
  'menu',
  'Menu and prices',
  aligned('center', h1('Menu')),
  aligned('center', h2('from the counter')),
  table(
    tr('Espresso', tdWith({ align: 'right' }, '2.40')),
    tr('Filter, the big cup', tdWith({ align: 'right' }, '3.10')),
    tr(td('Cake', br, italic('whatever Ana baked')), tdWith({ align: 'right' }, '3.50')),
    tr(td('Water'), tdWith({ align: 'right' }, 'free')),
  ),
  p(
    'Neighbours pay ',
    styled({ color: '#2b8a3e', fontSize: '18px' }, 'what they can'),
    ' on Mondays',
    sup('1'),
    '.',
  ),
  p(sup('1'), ' Ring it up as ', highlight('neighbour'), ' and nothing else. No questions, no list.'),
);

const complaints = page(
  'complaints',
  'When a guest is unhappy',
  h1('When a guest is unhappy'),
  ol(
    li('Listen to the end.', quote('Most people only want the second half of the sentence to be heard.')),
    'Say sorry. It costs nothing, even when it was the milk.',
    li(
      'Make it again or give the money back, your choice:',
      ul(li('up to 20: you decide'), li('above: ask ', mention('sana', 'Sana Qureshi'))),
    ),
  ),
  p(
    'Write it in the book by the till. We read the book at the ',
    to('monthly-meeting', 'monthly meeting'),
    ', without names.',
  ),
  details(
    'The three that come up each week',
    ul('“It is sour.” Offer Night Ferry.', '“It is cold.” It was; make a new one.', '“The music.” Yes.'),
  ),
);

const evenings = page(
  'evenings',
  'Music evenings',
  h1('Music evenings'),
  p(
    'First Friday of the month, doors at 7, last song at 10 because of the Ferreiras upstairs. ',
    emoji('notes'),
  ),
  h2('If you cannot come'),
  media('twitch', { src: 'https://www.twitch.tv/kettlelanecoffee', width: 640, height: 360 }),
  h2('Sound check'),
  media('audio', {
    src: 'https://kettlelane.example/files/sound-check.mp3',
    title: 'One minute of rain on the roof window',
  }),
  p('If you can hear the rain, the microphones are too high.'),
);

export const cafe: SampleFolder = folder('Café', '☕', [brewing, milk, menu, complaints, evenings]);
