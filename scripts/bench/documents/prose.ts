import type { Random } from './random.js';

const nouns = (
  'account address archive backup branch browser button cache change channel client command connection cursor customer ' +
  'dashboard deadline device document editor endpoint error event example export feature field file folder form guide ' +
  'handler history index invoice key language library link list log machine member menu message method model module ' +
  'network notice option order owner package page panel password permission platform policy process profile project ' +
  'query queue record release report repository request response result review role rule schedule schema script section ' +
  'server session setting snippet space state step storage table task team template test theme ticket token tool update ' +
  'upload user value version view webhook window worker workspace'
).split(' ');

const verbs = (
  'accepts adds answers applies asks becomes begins belongs builds calls carries checks chooses cleans closes compares ' +
  'contains copies creates deletes describes differs ends expects explains fails fetches fills finds follows gives holds ' +
  'imports includes joins keeps knows leaves limits lists loads makes matches merges moves names needs offers opens ' +
  'overrides parses prints publishes reads receives records removes renames replaces reports requires restarts returns ' +
  'runs saves says sends shows skips sorts starts stops stores takes tells uses waits warns writes'
).split(' ');

const adjectives = (
  'active available broken clean common current default different early empty exact external fast final first full global ' +
  'hidden initial internal large last later local long main manual missing new next old open optional own plain previous ' +
  'private public quick ready recent related remote safe second separate shared short similar simple single small stable ' +
  'static strict temporary typical unknown unused useful valid whole'
).split(' ');

const joints = ['and', 'but', 'because', 'so that', 'unless', 'when', 'while', 'although', 'before', 'after'];
const articles = ['the', 'the', 'a', 'each', 'every', 'this', 'that', 'your', 'its'];
const places = ['in', 'on', 'for', 'with', 'without', 'from', 'under', 'behind', 'of', 'next to'];

/** Two or three words that name something: `the remote branch`. */
export function nounPhrase(random: Random): string {
  const adjective = random.chance(40) ? `${random.pick(adjectives)} ` : '';
  return `${random.pick(articles)} ${adjective}${random.pick(nouns)}`;
}

/** A name in code: `exportRecord`, `page_index`, `MAX_KEY`. */
export function identifier(random: Random): string {
  const [first, second] = [random.pick(nouns), random.pick(nouns)];
  if (random.chance(15)) return `${first}_${second}`;
  if (random.chance(15)) return `${first}_${second}`.toUpperCase();
  return `${first}${capitalised(second)}`;
}

/** A path of a link: `/guide/open-token`, now and then with a fragment or a query. */
export function path(random: Random): string {
  const end = random.chance(25) ? `#${random.pick(nouns)}` : random.chance(10) ? '?page=2&sort=name' : '';
  return `/${random.pick(nouns)}/${random.pick(adjectives)}-${random.pick(nouns)}${end}`;
}

/** A title in sentence style, without a full stop. */
export function title(random: Random): string {
  return capitalised(
    `${random.pick(adjectives)} ${random.pick(nouns)} ${random.pick(places)} ${random.pick(nouns)}`,
  );
}

/** One sentence of 5 to 25 words; `decorate` may put a mark around some of its phrases. */
export function sentence(random: Random, decorate: (phrase: string) => string): string {
  const clause = (): string => {
    const rest = random.chance(60) ? ` ${random.pick(places)} ${decorate(nounPhrase(random))}` : '';
    return `${decorate(nounPhrase(random))} ${random.pick(verbs)} ${decorate(nounPhrase(random))}${rest}`;
  };
  const second = random.chance(45)
    ? `${random.chance(50) ? ',' : ''} ${random.pick(joints)} ${clause()}`
    : '';
  const text = `${clause()}${second}`;
  return `${/^[a-z]/.test(text) ? capitalised(text) : text}${random.chance(5) ? '?' : random.chance(4) ? ':' : '.'}`;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
