import type { SampleFolder } from '../../SampleContent.js';
import {
  aligned,
  blocks,
  callout,
  h1,
  h2,
  image,
  li,
  mathBlock,
  ol,
  p,
  quote,
  ul,
  withIds,
} from '../blocks.js';
import { bold, commented, editorLink, italic, link, math, mention, sub, to, underline } from '../inline.js';
import { folder, page, privatePage } from '../pages.js';
import { head, rowHead, table, td, tdWith, tr } from '../tables.js';

const policy = page(
  'buying-policy',
  'Buying policy',
  ...withIds('buy', [
    h1('Buying policy'),
    p('We pay a price, not a market. The price covers the harvest ', italic('and'), ' the year after it.'),
    ol(
      li(bold('Known.'), ' We can name the washing station and somebody who works there.'),
      li(bold('Agreed before.'), ' The price is fixed before the picking starts.'),
      li(
        bold('Published.'),
        ' What we paid stands on the bag and on the ',
        link('https://kettlelane.example/prices', 'price page'),
        '.',
      ),
    ),
    h2('The sum'),
    p('What we pay for a kilo:'),
    mathBlock('P = \\max(C + 0.9,\\; 1.25 \\cdot W)'),
    p(
      'with ',
      math('C'),
      ' the cost of growing that the station tells us, and ',
      math('W'),
      ' the world price. ',
      commented('c-204', 'We check C every second year.'),
    ),
    h2('What we do not buy'),
    ul('anything without a harvest year', 'coffee older than ten months', 'a story without a weight'),
    callout(
      'info',
      'Samples arrive in weeks 6 and 30. Keep the table free: ',
      to('sample-table', 'how we taste'),
      '.',
    ),
  ]),
);

const growers = page(
  'growers',
  'Growers we buy from',
  h1('Growers we buy from'),
  image('origins', 'Share of green coffee by country, in bars', { width: 420, height: 180 }),
  table(
    head('Station', 'Country', 'Since', 'Name in their own writing', 'Bags'),
    tr('Gedeb', 'Ethiopia', '2014', td('ገደብ'), tdWith({ align: 'right' }, '38')),
    tr('Haraz', 'Yemen', '2017', td('حراز'), tdWith({ align: 'right' }, '6')),
    tr('Lintong', 'Indonesia', '2015', 'Lintong Nihuta', tdWith({ align: 'right' }, '22')),
    tr('Baoshan', 'China', '2021', td(bold('保山')), tdWith({ align: 'right' }, '9')),
    tr('Cerrado', 'Brazil', '2012', 'Fazenda Três Irmãs', tdWith({ align: 'right' }, '64')),
  ),
  h2('Haraz, Yemen'),
  p('Letters go in Arabic; Idris writes them, Sana reads them. The greeting is always the same:'),
  quote(aligned('right', p('السلام عليكم، وصلت العينة ١٢ بحالة ممتازة، شكراً لكم.'))),
  p(
    '(“Peace be with you, sample 12 arrived in excellent state, thank you.” Mixed lines such as “lot حراز 12, 60 kg” must stay in that order.)',
  ),
  h2('Baoshan, China'),
  p('Contact is ', bold('李'), '文 at the mill. Her note on the last lot: “水分 11.2%，请放在阴凉处。”'),
  aligned(
    'justify',
    p(
      'We visit every third year, two people at a time, by train as far as the rails go. Whoever travels writes the report within a fortnight, while the dust is still in the shoes, and reads it aloud at the next meeting.',
    ),
  ),
);

const storing = page(
  'storing-green',
  'Storing green coffee',
  h1('Storing green coffee'),
  p(
    'Cool, dark, dry and off the floor. Water activity a',
    sub('w'),
    ' between 0.50 and 0.60; above 0.65 it grows things.',
  ),
  table(
    rowHead('Room', '16 to 20 °C'),
    rowHead('Air', 'below 60 % humidity'),
    rowHead('Stack', 'seven sacks high, two hands from the wall'),
    rowHead('Oldest sack', td(underline('in front'), ', always')),
  ),
  p(
    'Every sack gets a line in ',
    to('green-bean-app', 'Green bean stock'),
    ' on the day it arrives, before it goes into the rack.',
  ),
);

const sampleTable = page(
  'sample-table',
  'The sample table',
  h1('The sample table'),
  h2('Per cup'),
  ...blocks([
    '8.25 g to 150 ml, water at 93 °C, four minutes, break, skim, wait. Taste at twelve minutes and again cold.',
  ]),
  p(),
  p('(The gap above is for the seat plan. ', mention('idris', 'Idris Bello'), ' draws it fresh each time.)'),
  h2('Manners'),
  ul('no perfume, no mint', 'no words until everybody has written', 'slurp; it is not rude here'),
  p(
    'The form comes from the ',
    editorLink('https://kettlelane.example/cupping form (A5).pdf', 'print folder'),
    '.',
  ),
);

const contracts = privatePage(
  'contracts',
  'Prices and contracts 2025',
  h1('Prices and contracts 2025'),
  callout('warning', 'Not for the public page before the ships have sailed.'),
  table(
    head('Station', 'Price per kg', 'Signed'),
    tr('Gedeb', tdWith({ align: 'right' }, '9.40'), '12 January'),
    tr('Haraz', tdWith({ align: 'right' }, '24.00'), 'not yet'),
    tr('Cerrado', tdWith({ align: 'right' }, '6.10'), '3 February'),
  ),
  p('Haraz asks for half in advance. Idris is for it; the bank is not.'),
);

export const greenCoffee: SampleFolder = folder('Green coffee', '🌱', [
  policy,
  growers,
  storing,
  sampleTable,
  contracts,
]);
