import type { SampleFolder } from '../../SampleContent.js';
import {
  blocks,
  callout,
  details,
  done,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  olFrom,
  p,
  recording,
  tasks,
  todo,
  ul,
} from '../blocks.js';
import { bold, br, code, highlight, italic, mention, status, to, underline } from '../inline.js';
import { folder, page } from '../pages.js';

const checklist = page(
  'first-week',
  'Your first week',
  h1('Your first week'),
  p('Tick things off here; ', mention('sana', 'Sana Qureshi'), ' copies this page for every new colleague.'),
  h2('Monday'),
  tasks(
    done('Sign the contract and the key list'),
    todo(
      'Get your accounts',
      tasks(
        done('E-mail and calendar'),
        todo('The till', tasks(todo('Choose a PIN that is not your birthday'))),
        todo('This handbook: change one spelling mistake, there is always one'),
      ),
    ),
    todo('Walk the fire route ', italic('twice'), ', once with the lights off'),
    todo('Taste everything on the shelf', ul('filter first', 'then espresso', 'decaf last, and be honest')),
  ),
  h2('Tuesday to Thursday'),
  tasks(
    todo(
      p('Stand beside the roaster for a whole day.'),
      p('Do not help. Smell, listen, and write down what you hear.'),
    ),
    todo('Pack one hundred bags with ', mention('tomas', 'Tomás Rey')),
    todo('Read ', to('fire', 'Fire and smoke'), ' and ', to('lifting', 'Lifting sacks')),
  ),
  h2('Friday'),
  tasks(todo('Say what surprised you, at the ', to('monthly-meeting', 'meeting')), todo()),
);

const keys = page(
  'keys-and-alarm',
  'Keys, alarm, lights',
  h1('Keys, alarm,', br, 'lights'),
  p('State of the new lock: ', status('Fitted', 'green'), ' Spare keys: ', status('On order', 'yellow')),
  h2('Coming in'),
  p('Steps 1 to 3 are on the sticker by the door. Then:'),
  olFrom(
    4,
    'Put your fob on the panel. You have thirty seconds.',
    'Press the green key (not the blue one).',
    'Lights: left switch is the café, right switch is the roastery.',
  ),
  h3('If the alarm rings'),
  p(highlight('Do not run.'), ' Put the fob on the panel again and call the number on the panel’s lid.'),
  h4('What they ask'),
  p('Your name and the word of the month. The word is ', underline('not'), ' in this handbook.'),
  h5('If you forgot the word'),
  p('Wait outside. Somebody comes within twenty minutes; there is a bench.'),
  h6('Why no code on paper'),
  p('Because in 2016 it was on paper.'),
  h2('How to book a fob'),
  p('A recording of the whole click path, made by Wen:'),
  recording('rec-fob-booking-2025'),
);

const questions = page(
  'first-questions',
  'Questions new people ask',
  h1('Questions new people ask'),
  details(
    'May I take coffee home?',
    'One bag a week, any kind. Write it on the list so that the stock is right.',
  ),
  details(
    'When do I become an owner?',
    p('After twelve months you may ask. Then:'),
    ul(
      'you lend the co-op 500 (we lend it to you if you have not got it),',
      'two owners speak for you,',
      'we vote.',
    ),
    details(
      'And if the vote fails?',
      'It has happened once. We say why, in writing, and you may ask again after half a year.',
    ),
  ),
  details(
    'What does the bell mean?',
    callout(
      'success',
      'One ring: the coffee is out. Two rings: come and taste. ',
      bold('Many rings:'),
      ' lunch.',
    ),
  ),
  details(
    'Why is the radio on channel 4?',
    ...blocks(['Nobody knows. The knob came off. Use ', code('aux'), '.']),
  ),
);

export const firstWeek: SampleFolder = folder('First week', '🗓️', [checklist, keys, questions]);
