import type { SampleFolder } from '../../SampleContent.js';
import {
  callout,
  done,
  h1,
  h2,
  image,
  li,
  mathBlock,
  ol,
  p,
  quote,
  tasks,
  todo,
  ul,
  withIds,
} from '../blocks.js';
import { bold, br, code, highlightIn, math, mention, styled, sub, sup, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { machines } from './machines.js';
import { roastProfiles } from './roastProfiles.js';

const opening = page(
  'opening-roastery',
  'Opening the roastery',
  ...withIds('open', [
    h1('Opening the roastery'),
    p('Takes forty minutes. Start at 6:20 if the first batch is to drop at 7.'),
    callout(
      'warning',
      p(bold('Never light the drum with the cooling tray off.'), ' The tray is your brake.'),
    ),
    ol(
      'Open the roof window and both dampers.',
      li('Empty the chaff bin.', p('Wear the mask. Chaff dust gets into everything, lungs included.')),
      li(
        'Turn on, in this order:',
        ol(
          'cooling fan',
          'drum motor',
          li(
            'burner, low flame for ten minutes',
            ul('blue flame: good', 'yellow flame: stop, see below', 'no flame: gas cock behind the sink'),
          ),
        ),
      ),
      'Warm the drum to 200 °C and hold it for a quarter of an hour.',
      li(
        'Weigh the first charge while you wait, and log it in ',
        to('roast-planner-app', 'the roast planner'),
        '.',
      ),
    ),
    h2('The flame'),
    p(
      'It should be ',
      styled({ color: '#1c5fa8' }, 'blue'),
      ' with short teeth. A ',
      styled({ color: '#b8860b', backgroundColor: '#fff6d6' }, 'yellow'),
      ' flame means dust in the jets: turn off, tell ',
      mention('josie', 'Josie Park'),
      ', roast nothing.',
    ),
    image('burner', 'Three flames: too lean, right, too rich', { title: 'The middle one, please' }),
  ]),
);

const closing = page(
  'closing-roastery',
  'Closing the roastery',
  h1('Closing the roastery'),
  p(
    'The drum must be below 60 °C before the motor stops, or it warps. That takes half an hour: start early.',
  ),
  tasks(
    done('Last batch out, burner off'),
    todo('Drum below 60 °C', br, '(write the time on the board)'),
    todo('Chaff bin outside, lid on'),
    todo('Gas cock shut', tasks(todo('behind the sink'), todo('and the red one in the yard'))),
  ),
  h2('Before you lock'),
  p(
    'Walk once round with your hand over, not on, every surface. Warm is normal; hot is not. Then ',
    to('keys-and-alarm', 'lights and alarm'),
    '.',
  ),
  quote(
    p('A roastery does not burn at noon. It burns at nine in the evening, in the chaff.'),
    quote('So look twice.'),
  ),
);

const curve = page(
  'reading-the-curve',
  'Reading the curve',
  h1('Reading the curve'),
  image('roast-curve', 'Bean temperature over twelve minutes, with first crack marked', {
    width: 480,
    height: 200,
    title: 'A good Night Ferry',
  }),
  p(
    'The line falls, turns, climbs and flattens. We talk about three numbers: the turning point, the development ',
    'ratio and the loss.',
  ),
  h2('Rate of rise'),
  p(
    'The slope, in degrees a minute: ',
    math('r = \\frac{\\Delta T}{\\Delta t}'),
    '. It should fall all the way, and never below 3.',
  ),
  h2('Development ratio'),
  p('From first crack to the end, as a part of the whole:'),
  mathBlock('DTR = \\frac{t_{drop} - t_{crack}}{t_{drop}} \\times 100\\,\\%'),
  p(
    'We like 14 to 18 %. Less tastes of ',
    highlightIn('#d3f9d8', 'grass'),
    ', more of ',
    highlightIn('#ffd8a8', 'toast'),
    '.',
  ),
  h2('Loss'),
  p('Green in, brown out. Water and CO', sub('2'), ' leave; 10', sup('3'), ' g of green give about 850 g.'),
  mathBlock('L = 1 - \\frac{m_{roasted}}{m_{green}}\n\\qquad 0.13 \\le L \\le 0.17'),
  p(
    'Type ',
    code('L'),
    ' into the log to two decimals. A loss outside the range means a wrong weight far more often than a wrong roast.',
  ),
);

export const roastery: SampleFolder = folder(
  'Roastery',
  '🔥',
  [opening, closing, curve],
  [roastProfiles, machines],
);
