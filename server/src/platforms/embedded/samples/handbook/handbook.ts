import type { SampleFolder } from '../../SampleContent.js';
import { h1, li, ol, p } from '../blocks.js';
import { bold, to } from '../inline.js';
import { folder, page } from '../pages.js';
import { cafe } from './cafe.js';
import { cooperative } from './cooperative.js';
import { greenCoffee } from './greenCoffee.js';
import { orders } from './orders.js';
import { roastery } from './roastery.js';
import { safety } from './safety.js';
import { toolsAndApps } from './toolsAndApps.js';
import { welcome } from './welcome.js';

const overview = page(
  'overview',
  'Kettle Lane handbook',
  h1('Kettle Lane handbook'),
  p('Everything we know and would rather not learn twice. The page that saves most trouble comes first:'),
  ol(
    li(bold(to('fire', 'Fire and smoke'))),
    li(to('start-here', 'Start here')),
    li(to('who-does-what', 'Who does what')),
    li(to('opening-roastery', 'Opening the roastery'), ' and ', to('closing-roastery', 'closing it')),
    li(to('brewing', 'Brewing on the bar')),
    li(to('from-order-to-door', 'From order to doorstep')),
  ),
);

/** The handbook's tree; its root stands for the project. */
export const handbook: SampleFolder = folder(
  'Handbook',
  '📖',
  [overview],
  [welcome, roastery, greenCoffee, cafe, orders, cooperative, safety, toolsAndApps],
);
