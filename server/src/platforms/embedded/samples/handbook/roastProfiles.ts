import type { SampleFolder } from '../../SampleContent.js';
import { callout, codeBlock, column, columns, details, h1, h2, h3, li, ol, p, ul } from '../blocks.js';
import { bold, br, code, italic, math, mention, status, strike, styled, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { head, rowHead, table, td, tdWith, thWith, tr } from '../tables.js';

const nightFerry = page(
  'night-ferry',
  'Night Ferry (house espresso)',
  h1('Night Ferry'),
  p(
    'Two parts Brazil, one part Sumatra. Chocolate, a little smoke, no lemon. This is what most cafés buy: ',
    bold('do not make it interesting.'),
  ),
  table(
    tr(
      thWith({ colwidth: [150], align: 'left' }, 'Moment'),
      thWith({ colwidth: [90], align: 'right' }, 'Time'),
      thWith({ colwidth: [110], align: 'right' }, 'Bean'),
      thWith({ colwidth: [110], align: 'center' }, 'Gas'),
    ),
    tr(
      'Charge, 12 kg',
      tdWith({ align: 'right' }, '0:00'),
      tdWith({ align: 'right' }, '198 °C'),
      tdWith({ align: 'center' }, '70 %'),
    ),
    tr(
      'Turning point',
      tdWith({ align: 'right' }, '1:25'),
      tdWith({ align: 'right' }, '91 °C'),
      tdWith({ align: 'center' }, '85 %'),
    ),
    tr(
      'Yellow',
      tdWith({ align: 'right' }, '5:10'),
      tdWith({ align: 'right' }, '152 °C'),
      tdWith({ align: 'center' }, '75 %'),
    ),
    tr(
      'First crack',
      tdWith({ align: 'right' }, '9:20'),
      tdWith({ align: 'right' }, '196 °C'),
      tdWith({ align: 'center' }, '50 %'),
    ),
    tr(
      'Drop',
      tdWith({ align: 'right' }, '11:05'),
      tdWith({ align: 'right' }, '212 °C'),
      tdWith({ align: 'center' }, '0 %'),
    ),
  ),
  h2('When it goes wrong'),
  ul(
    li(
      'Flat and dull: the rise stalled. Look at ',
      to('reading-the-curve', 'the curve'),
      ' between yellow and crack.',
    ),
    li('Ashy: dropped late. ', strike('Blend it away.'), ' Give it to the neighbours’ roses.'),
  ),
);

const morningPost = page(
  'morning-post',
  'Morning Post (filter)',
  h1('Morning Post'),
  p(
    'A washed coffee, changes with the season, now the Gedeb lot. Light, clean, ',
    italic('like tea with opinions'),
    '.',
  ),
  columns(
    column(h3('Do'), ul('charge 10 kg', 'charge at 190 °C', 'drop at 204 °C')),
    column(h3('Do not'), ul('touch the damper after crack', 'wait for second crack')),
  ),
  h2('Log line'),
  p('The logger takes one line a batch, fields in this order:'),
  codeBlock(
    'csv',
    'batch,coffee,green_kg,drop_c,roasted_kg',
    '2025-118,MP,10.0,204,8.71',
    '2025-119,MP,10.0,204,8.69',
  ),
  p('No header on the second day:'),
  codeBlock(null, '2025-120,MP,10.0,203,8.70', '', '2025-121,MP,10.0,205,8.66'),
);

const decaf = page(
  'decaf',
  'Decaf: CO2 / water?',
  h1('Decaf: CO', { type: 'text', text: '2', marks: [{ type: 'subscript' }] }, ' or water?'),
  p('Both are good now. We buy whichever the importer has fresh, and say on the bag which it is.'),
  table(
    tr(td(), thWith({ align: 'center' }, 'CO₂ process'), thWith({ align: 'center' }, 'Water process')),
    rowHead('Colour', 'pale green', 'brown before you begin'),
    rowHead('First crack', td('quiet'), td('nearly silent', br, 'watch the clock')),
    rowHead('Charge', '185 °C', '180 °C'),
    rowHead('Bag says', td(code('DECAF|CO2')), td(code('DECAF|H2O'))),
  ),
  callout('note', 'Never go by colour with decaf. Go by ', math('T'), ' and time.'),
);

const trial = page(
  'trial-14',
  'Trial 14: slow start',
  h1('Trial 14: slow start'),
  p('State: ', status('Running', 'blue'), ' Owner: ', mention('maren', 'Maren Holt')),
  h2('Question'),
  p('Does half a minute more before yellow make the Sumatra less earthy, or only more tired?'),
  h2('Plan'),
  ol(
    li('Roast one batch as ', to('night-ferry', 'the house profile'), '.'),
    li(
      'Roast one with the gas at ',
      styled({ fontFamily: 'Courier New', fontSize: '18px' }, '60 %'),
      ' until yellow.',
    ),
    li('Cup both blind after 24 h', table(head('Cup', 'Guess'), tr('A', ''), tr('B', ''))),
  ),
  h2('Result so far'),
  details(
    'Do not open before you have cupped',
    p('B is the slow one. Four of six liked it more.'),
    p('Again with a fresh lot in May.'),
  ),
);

const cuppingUpper = page(
  'cupping-notes-maren',
  'Cupping Notes',
  h1('Cupping Notes'),
  p('Maren’s, from the long table. Scores out of ten, no halves.'),
  table(
    head('Lot', 'Sweet', 'Acid', 'Body', 'Words'),
    tr('Gedeb 4', '8', '9', '6', 'peach, black tea'),
    tr('Lintong', '6', '4', '9', 'cedar | cocoa'),
    tr('Cerrado', '7', '5', '8', td(bold('hazelnut'), ', malt')),
  ),
);

const cuppingLower = page(
  'cupping-notes-idris',
  'Cupping notes',
  h1('Cupping notes'),
  p('Idris’s, from the sample roaster. He scores in words because numbers start arguments.'),
  table(
    tr('Gedeb 4', 'yes, six bags'),
    tr('Lintong', td(p('perhaps'), p('ask again when the moisture is below 12 %'))),
    tr('Cerrado', td(ul('yes', 'the same as last year', 'but cheaper'))),
  ),
  p('Compare with ', to('cupping-notes-maren', 'Maren’s notes'), ' only after you wrote your own.'),
);

const experiments: SampleFolder = folder('Experiments', '🧪', [trial, cuppingUpper, cuppingLower]);

export const roastProfiles: SampleFolder = folder(
  'Roast profiles',
  '📈',
  [nightFerry, morningPost, decaf],
  [experiments],
);
