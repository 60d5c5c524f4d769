import type { SampleFolder } from '../../SampleContent.js';
import {
  aligned,
  callout,
  h1,
  h2,
  h3,
  hr,
  li,
  ol,
  olLetters,
  p,
  quote,
  tasks,
  todo,
  ul,
  withIds,
} from '../blocks.js';
import { bold, commented, italic, link, mention, status, strike, to, underline } from '../inline.js';
import { folder, page, privatePage } from '../pages.js';
import { head, rowHead, table, td, tdWith, tr } from '../tables.js';

const decide = page(
  'how-we-decide',
  'How we decide',
  ...withIds('decide', [
    h1('How we decide'),
    p(
      'By consent: a proposal passes when nobody has a ',
      italic('reasoned'),
      ' objection. “I would do it differently” is not one; “it will hurt us, because” is.',
    ),
    ol(
      'Somebody writes a proposal, half a page.',
      li('We ask questions.', p('Only questions. It is harder than it sounds.')),
      li('Each person says what they think, once, in turn.'),
      li(
        'Objections?',
        olLetters(
          'No: it is decided.',
          'Yes: we change the proposal and ask again.',
          'Still yes: it waits a month.',
        ),
      ),
    ),
    h2('What needs everybody'),
    table(
      head('Decision', 'Who', 'Written where'),
      tr('Up to 300', 'anyone', 'till book'),
      tr('Up to 3,000', 'two owners', 'meeting notes'),
      tr('Above, new people, debts', td(bold('all owners')), 'meeting notes, signed'),
    ),
  ]),
);

const monthly = page(
  'monthly-meeting',
  'Monthly meeting',
  h1('Monthly meeting'),
  p(
    'First Monday, 6 p.m., at the long table. Copy this page for the notes. ',
    mention('wen', 'Wen Li'),
    ' keeps the time.',
  ),
  h2('Round'),
  p('One sentence each: how are you?'),
  p(),
  h2('Numbers'),
  p(
    commented('c-311', 'Sales, green stock, hours.'),
    ' From the ',
    to('green-bean-app', 'two apps'),
    ', not from memory.',
  ),
  p(),
  p(),
  h2('Proposals'),
  ol('…'),
  hr,
  aligned('right', p('Signed, two owners')),
);

const leave = page(
  'holidays',
  'Holidays and being ill',
  h1('Holidays and being ill'),
  p(bold('Thirty days'), ' a year for everyone, owner or not. Two weeks in one piece, please; rest is slow.'),
  h2('Ill?'),
  p('Send one word to the group before 6. You need not say what it is. No paper for the first three days.'),
  callout('success', 'Nobody has to find their own replacement. That is what the rota is for.'),
  h3('Children, parents, funerals'),
  p('Go. We talk later. The law says a number of days; ', strike('so do we'), ' we have never counted.'),
  p('The law itself: ', link('https://kettlelane.example/law(2024)', 'leave act, short version'), '.'),
);

const pay = privatePage(
  'pay',
  'Pay 2025',
  h1('Pay 2025'),
  p(
    'One rate for all, plus the children’s supplement. Owners get the same and a share at the end of the year.',
  ),
  table(
    rowHead('Hour', tdWith({ align: 'right' }, '16.80')),
    rowHead('Child, month', tdWith({ align: 'right' }, '110.00')),
    rowHead('Share 2024', tdWith({ align: 'right' }, '1,240.00')),
  ),
  p('Not secret, only not for the street: ask and you will be told.'),
);

const march = page(
  'meeting-2025-03',
  '2025-03 Meeting',
  h1('Meeting, 3 March 2025'),
  p('Present: Maren, Idris, Sana, Tomás, Wen, Josie, Ana. Excused: four.'),
  h2('Decided'),
  ul(
    li(bold('Probe.'), ' Buy a new one now (see ', to('maintenance', 'Maintenance plan'), ').'),
    li(bold('Oat milk'), ' costs the same as cow’s from 1 April.'),
  ),
  h2('Open'),
  tasks(todo('Idris asks the bank about Haraz'), todo('Sana: quieter chairs')),
  quote('Ana: “If the fan is louder than me, the fan has to go.”'),
);

const april = page(
  'meeting-2025-04',
  '2025-04 Meeting',
  h1('Meeting, 7 April 2025'),
  p('Present: all eleven, which calls for cake. Continues ', to('meeting-2025-03', 'March'), '.'),
  h2('Decided'),
  ul(
    li(bold('Trial 14'), ' goes on until May: ', status('Agreed', 'green')),
    li('The café opens at 7:30 on Sundays, ', underline('for the ferry'), '.'),
  ),
  h2('Not decided'),
  p('A second drum. Josie objects, with reasons: the floor, the flue, and who would roast on it.'),
);

const meetings: SampleFolder = folder('Meeting notes', '🗒️', [march, april]);

export const cooperative: SampleFolder = folder(
  'Cooperative',
  '🤝',
  [decide, monthly, leave, pay],
  [meetings],
);
