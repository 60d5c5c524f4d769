import type { SampleFolder } from '../../SampleContent.js';
import {
  callout,
  codeBlock,
  done,
  h1,
  h2,
  image,
  li,
  ol,
  olFrom,
  p,
  quote,
  tasks,
  todo,
  ul,
} from '../blocks.js';
import { bold, code, italic, mention, status, to, variable } from '../inline.js';
import { folder, page } from '../pages.js';
import { head, table, td, tdWith, thWith, tr } from '../tables.js';

const fromOrder = page(
  'from-order-to-door',
  'From order to doorstep',
  h1('From order to doorstep'),
  ol('An order comes in before 10.', 'We roast on Tuesday and Thursday.', 'It rests one night.'),
  p('Then the bags leave the shop:'),
  olFrom(
    4,
    'Pack by the list, not from memory.',
    'Weigh the parcel: the till wants grams.',
    li('Hand it to ', mention('tomas', 'Tomás Rey'), ' or to the post.'),
  ),
  p('Late? Write to the guest ', bold('before'), ' they write to us.'),
  h2('The letter'),
  quote(
    p('Dear ', variable('customer.first_name'), ','),
    p(
      'your coffee was roasted on ',
      variable('order.roast_date'),
      ' and leaves today. Let it rest until the weekend.',
    ),
    p('Yours, Kettle Lane'),
  ),
);

const labels = page(
  'labels',
  'Labels & bags',
  h1('Labels & bags'),
  p('The printer reads a small text file. Between the fields stands a pipe, so no name may hold one.'),
  codeBlock('text', 'name|weight|roasted', 'Night Ferry|250 g|2025-04-08', 'Morning Post|1 kg|2025-04-08'),
  p('If the printer beeps, a field holds a ', code('|'), ' or a back tick: write ', code('`'), ' nowhere.'),
  codeBlock(
    'js',
    'const line = [name, weight, date].join("|");',
    'if (line.split("|").length !== 3) throw new Error(`bad label: ${line}`);',
    '',
  ),
  ul(
    li('250 g: brown bag, one-way valve'),
    li('1 kg: brown bag, two valves', p('The second valve is not decoration.')),
    li(),
  ),
  ul('Spare rolls are under the bench.'),
);

const bike = page(
  'cargo-bike',
  'The cargo bike',
  h1('The cargo bike'),
  image('route', 'Round trip: shop, market, harbour, hospital, shop', {
    title: 'Tuesday round, 9 km',
    width: 400,
    height: 220,
  }),
  p('Carries 80 kg or one colleague, not both.'),
  tasks(
    done('Tyres: 4 bar'),
    todo('Battery full the evening before'),
    todo('Straps, two', ul('short one in front', 'long one behind')),
  ),
  callout('note', 'The brake on the left is the ', italic('front'), ' one. Everybody finds out once.'),
  p('Broken? ', status('In repair', 'red'), ' goes on the board, and the post takes over.'),
);

const priceList = page(
  'wholesale-prices',
  'Price list for cafés',
  h1('Price list for cafés'),
  table(
    tr(thWith({ colwidth: [220] }, 'Coffee'), thWith({ colspan: 3, align: 'center' }, 'per kg, from')),
    tr(
      td(),
      thWith({ align: 'right' }, '5 kg'),
      thWith({ align: 'right' }, '20 kg'),
      thWith({ align: 'right' }, '60 kg'),
    ),
    tr(
      td(to('night-ferry', 'Night Ferry')),
      tdWith({ align: 'right' }, '19.00'),
      tdWith({ align: 'right' }, '17.50'),
      tdWith({ align: 'right' }, '16.20'),
    ),
    tr(
      td(to('morning-post', 'Morning Post')),
      tdWith({ align: 'right' }, '23.00'),
      tdWith({ align: 'right' }, '21.50'),
      tdWith({ align: 'right' }, '20.40'),
    ),
    tr('Decaf', tdWith({ colspan: 3, align: 'center' }, '22.00, any weight')),
  ),
  p('Prices hold until the next ship. We say so a month before we change them.'),
);

const newCafe = page(
  'new-cafe',
  'A new café partner',
  h1('A new café partner'),
  table(
    head('Week', 'We', 'They'),
    tr('1', 'visit, taste their water', 'show us the machine'),
    tr('2', td('lend a grinder', p('sign for it')), td(ul('train two people', 'one morning each'))),
    tr('4', 'ask how it goes', 'say it honestly'),
  ),
  tasks(
    todo('Water report', tasks(todo('hardness'), todo('chlorine'))),
    todo(p('First order at cost'), ul('no more than 10 kg')),
  ),
  p('Then they are on ', to('wholesale-prices', 'the price list'), ' like everybody else.'),
);

const wholesale: SampleFolder = folder('Wholesale', '📦', [priceList, newCafe]);

export const orders: SampleFolder = folder(
  'Orders and delivery',
  '🚲',
  [fromOrder, labels, bike],
  [wholesale],
);
