import type { SampleFolder } from '../../SampleContent.js';
import { aligned, callout, codeBlock, h1, h2, h3, li, media, ol, p, recording, ul } from '../blocks.js';
import { bold, code, italic, link, mention, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { head, table, td, tr } from '../tables.js';

const accounts = page(
  'accounts',
  'Accounts and passwords',
  h1('Accounts and passwords'),
  p(
    'Everybody has an account of their own. Shared passwords are how we lost the shop page for a week in 2020.',
  ),
  ol(
    'Use the password box; ask Wen for an invitation.',
    'Long beats clever: four words.',
    li('Second factor on, ', bold('everywhere'), '.'),
  ),
  callout('note', 'No password ever stands in this handbook, not even an old one.'),
  p(
    'In the mail address the plus sign is allowed: ',
    code('you+shop@kettlelane.example'),
    '. A line may well begin with @ or with ::: here:',
  ),
  p('@everyone is not a person'),
  p('::: three colons are a divider in Ana’s recipes'),
  p('==double== lines mean done, and ++plus++ means more'),
);

const greenBean = page(
  'green-bean-app',
  'Green bean stock (app)',
  h1('Green bean stock'),
  p('One line for each sack. The app counts; you only say what came and what went.'),
  h2('A sack arrives'),
  ol(
    'Open the app and press “New sack”.',
    'Type lot, weight and moisture.',
    'Save, then write the number on the sack.',
  ),
  h2('The table behind it'),
  table(
    head('Column', 'Holds', 'Example'),
    tr(td(code('lot')), 'name of the lot', 'Gedeb 4'),
    tr(td(code('kilos')), 'what is left', '58.5'),
    tr(td(code('moisture')), 'per cent', '11.2'),
  ),
  h3('Counting by hand'),
  p('Twice a year, with the doors shut. The query that lists what should be there:'),
  codeBlock(
    'sql',
    'SELECT lot, SUM(kilos) AS kilos',
    'FROM green_sacks',
    'WHERE kilos > 0',
    'GROUP BY lot',
    'ORDER BY lot;',
  ),
  p('Where to store it: ', to('storing-green', 'Storing green coffee'), '.'),
);

const planner = page(
  'roast-planner-app',
  'Roast planner (app)',
  h1('Roast planner'),
  p(
    'Reads the orders, adds them up and proposes batches. ',
    italic('Proposes:'),
    ' Maren moves them until they make sense.',
  ),
  ul(
    li('green: enough stock'),
    li('amber: the last sack', p('Tell ', mention('idris', 'Idris Bello'), '.')),
    li('red: cannot be roasted'),
  ),
  h2('How to print the day’s plan'),
  recording('rec-print-plan-2025'),
  p('The same as a page for the wall: ', link('https://kettlelane.example/plan/today', 'today’s plan'), '.'),
);

const network = page(
  'network',
  'Network and till',
  h1('Network and till'),
  p(
    'Guests use ',
    code('kettle-guests'),
    ', we use the other one. If the till is offline, sell on paper; it catches up by itself.',
  ),
  h2('Restart, in this order'),
  ol('the grey box by the stairs', 'wait for two lights', 'the till'),
  p('State of everything, if you can reach it:'),
  media('embed', { src: 'https://status.kettlelane.example', provider: 'iframe', width: 640, height: 240 }),
  aligned(
    'left',
    p('The address of the printer is 192.0.2.17; \\\\printer\\labels does not work from a telephone.'),
  ),
);

export const toolsAndApps: SampleFolder = folder('Tools and apps', '🧰', [
  accounts,
  greenBean,
  planner,
  network,
]);
