import type { SampleFolder } from '../../SampleContent.js';
import { callout, codeBlock, h1, h2, h3, li, media, ol, p, pageBreak, quote, ul } from '../blocks.js';
import { bold, code, highlightIn, italic, mention, status, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { head, table, td, tdWith, thWith, tr } from '../tables.js';

const drum = page(
  'drum-roaster',
  'The 15 kg drum',
  h1('The 15 kg drum'),
  p('We call it ', italic('Agnes'), '. Built in 1987, rebuilt by us in 2012 and again, properly, in 2019.'),
  h2('Papers'),
  p('The maker’s manual never came, so this is ours:'),
  media('pdf', {
    src: 'https://kettlelane.example/files/agnes-manual.pdf',
    name: 'agnes-manual.pdf',
    width: 800,
    height: 600,
  }),
  p('And the drawing of the gas train, which the inspector asks for:'),
  media('embed', { src: 'https://kettlelane.example/drawings/gas-train', provider: 'iframe', height: 420 }),
  h2('Sounds'),
  p('This is how the bearing sounded one week before it failed. Learn it.'),
  media('audio', { src: 'https://kettlelane.example/files/bearing.mp3' }),
  ul(
    'a tick with every turn: a stone, stop and look',
    li(
      'a low hum: the fan belt',
      ul('louder when cold: normal', li('louder when warm', ul('order a new one'))),
    ),
    li('silence: ', bold('run')),
  ),
);

const maintenance = page(
  'maintenance',
  'Maintenance plan',
  h1('Maintenance plan'),
  table(
    tr(
      thWith({ rowspan: 2, align: 'center' }, 'Part'),
      thWith({ colspan: 2, colwidth: [120, 160] }, 'How often'),
      thWith({ rowspan: 2 }, 'Who'),
    ),
    tr(thWith({ colwidth: [120] }, 'Clean'), thWith({ colwidth: [160] }, 'Replace')),
    tr('Chaff collector', 'daily', '—', 'whoever roasts'),
    tr(
      'Drum bearings',
      td(p('weekly: grease'), p('monthly: wipe, grease')),
      'every 4 years',
      tdWith({ rowspan: 2 }, mention('josie', 'Josie Park')),
    ),
    tr('Cooling fan', td(ol('stop', 'lock the switch', 'brush the blades')), 'belt: yearly'),
    tr(
      'Gas jets',
      tdWith({ colspan: 3, align: 'center' }, 'inspector only, see the ', to('drum-roaster', 'papers')),
    ),
  ),
  p('Overdue today: ', status('Nothing', 'green')),
  h2('Log of repairs'),
  p('Newest first. One line each; the ', italic('why'), ' matters more than the ', italic('what'), '.'),
  ul(
    li('12 March: new probe. The old one read 6 °C low', quote('which is why February tasted like it did')),
    li('3 January: fan belt, on time for once'),
    li('9 November: door hinge', codeBlock('text', 'M8 x 40, two pieces', 'spare ones in drawer 3')),
  ),
);

const logger = page(
  'roast-logger',
  'Roast logger set-up',
  h1('Roast logger set-up'),
  p('A small computer under the bench reads the probes and writes one file a batch. To set up a new one:'),
  h2('Settings'),
  codeBlock(
    'json',
    '{',
    '  "probes": { "bean": 1, "air": 2 },',
    '  "every_seconds": 2,',
    '  "folder": "/var/roasts"',
    '}',
  ),
  h2('Start it with the machine'),
  codeBlock('bash', 'sudo systemctl enable --now roast-logger', 'journalctl -u roast-logger | tail -n 20'),
  h3('Reading a file'),
  codeBlock(
    'python',
    'import csv',
    '',
    'with open("2025-118.csv") as f:',
    '    rows = list(csv.DictReader(f))',
    '',
    'crack = next(r for r in rows if r["event"] == "crack")',
    'print("first crack at", crack["t"], "s")',
  ),
  h2('How to write it up'),
  p('Paste the numbers into a note like this, fences and all, so that the next person can copy them:'),
  codeBlock(
    'md',
    '## Batch 2025-118',
    '',
    '```csv',
    't,bean,air',
    '0,198,201',
    '```',
    '',
    'Tasted: ~~thin~~ clean.',
  ),
  callout(
    'danger',
    'The logger’s plug is the ',
    highlightIn('#ffc9c9', 'red'),
    ' one. The white one next to it is the fridge.',
  ),
  p('Empty on purpose, for your own machine:'),
  codeBlock('ini'),
  pageBreak,
  p(
    'Calibrate in melting ice and in boiling water. Both readings go into ',
    code('/etc/roast-logger/calibration'),
    '.',
  ),
);

const grinders = page(
  'grinders',
  'Grinders and scales',
  h1('Grinders and scales'),
  p('Burrs last about 700 kg in the café and 2 t in the shop.'),
  table(
    head('Machine', 'Burrs', 'Changed', 'Note'),
    tr('Bar left', '64 mm', 'May', 'pulls to fine when warm'),
    tr('Bar right', '64 mm', 'May', ''),
    tr('Shop', '98 mm', 'January', td('never ', bold('ever'), ' flavoured coffee')),
  ),
  h2('Scales'),
  p('Check each Monday with the brass weight. ±0.1 g is fine; ±0.3 g is a new battery; more is the bin.'),
  h2(),
  p('(Heading kept free for the packing line, which arrives in June.)'),
);

export const machines: SampleFolder = folder('Machines', '⚙️', [drum, maintenance, logger, grinders]);
