import type { SampleFolder } from '../../SampleContent.js';
import {
  aligned,
  callout,
  details,
  h1,
  h2,
  h3,
  li,
  media,
  ol,
  p,
  quote,
  tasks,
  todo,
  ul,
} from '../blocks.js';
import { bold, br, highlightIn, italic, mention, styled, sub, to, underline } from '../inline.js';
import { folder, page } from '../pages.js';
import { head, rowHead, table, td } from '../tables.js';

const fire = page(
  'fire',
  'Fire and smoke',
  aligned('center', h1('Fire and smoke')),
  callout(
    'danger',
    p(bold('Get out first. Call 112 from the street.'), br, 'Nobody is paid to save coffee.'),
  ),
  h2('Fire in the drum'),
  ol(
    li('Burner ', bold('off'), '. Drum keeps turning.'),
    li('Dampers shut. ', underline('Do not open the door'), ': it wants the air.'),
    li('Water line on, three seconds, wait, again.'),
    'When the needle falls, leave it alone for an hour.',
  ),
  h2('Fire in the chaff'),
  p('It glows rather than burns. Lid on, bin into the yard with the long hook, water from the hose.'),
  h3('Smoke without fire'),
  p(
    'Roof window, then dampers, then look. Guests may stay; the ',
    styled({ color: '#c92a2a', fontFamily: 'Georgia' }, 'red'),
    ' lamp tells them why it smells.',
  ),
);

const gas = page(
  'gas-and-dust',
  'Gas and dust',
  h1('Gas and dust'),
  p(
    'Fresh coffee breathes out CO',
    sub('2'),
    ' and a little CO. In a closed room that is enough to make you sleepy, then ill.',
  ),
  table(
    head('Reading', 'Means', 'Do'),
    rowHead('0 to 9 ppm', 'normal', 'nothing'),
    rowHead(
      '10 to 29 ppm',
      'too little air',
      td(p('open the roof window'), p('look again after ten minutes')),
    ),
    rowHead(highlightIn('#ffa8a8', '30 ppm and more'), 'leave', td(ul('everybody out', 'fan on full'))),
  ),
  details(
    'Why does nobody smell it?',
    p('It has no smell. That is the whole trouble, and the reason for the meter by the degassing bins.'),
  ),
);

const lifting = page(
  'lifting',
  'Lifting sacks',
  h1('Lifting sacks'),
  p('A sack weighs 60 to 70 kg. ', bold('Two people, or the trolley. No exceptions for the strong.')),
  media('youtube', { src: 'https://www.youtube.com/watch?v=KettleLane2', start: 0, width: 640, height: 480 }),
  ul(
    li('knees, not back'),
    li('one person counts', quote('“Three, two, one, up.” Not “up” on one.')),
    li('gloves; jute cuts'),
  ),
);

const firstAid = page(
  'first-aid',
  'First aid',
  h1('First aid'),
  p(
    'The green box hangs beside the sink, the second one under the till. Trained this year: ',
    mention('ana', 'Ana Vidal'),
    ' and ',
    mention('tomas', 'Tomás Rey'),
    '.',
  ),
  h2('Burns'),
  p(
    'Cool water, twenty minutes, ',
    italic('by the clock'),
    '. No ice, no butter, no toothpaste. Steam burns go deeper than they look.',
  ),
  h2('After it'),
  tasks(
    todo('Write it in the accident book'),
    todo('Tell the learner, too'),
    todo('Change the page that would have helped: ', to('about-handbook', 'how')),
  ),
);

export const safety: SampleFolder = folder('Safety', '🧯', [fire, gas, lifting, firstAid]);
