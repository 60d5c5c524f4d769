import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface PairRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly form?: Readonly<Record<string, { filename: string; mime: string; base64: string }>>;
}

export interface PairResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly base64?: string;
}

/** One request and its answer; README.md says how to read it. */
export interface Pair {
  readonly name: string;
  readonly source: string;
  readonly setup?: readonly string[];
  readonly request: PairRequest;
  readonly response: PairResponse;
}

export type PairFamily = 'ondoki' | 'tooljet' | 'embedded';

/** All pairs of one interface by name. */
export function loadPairs(family: PairFamily): ReadonlyMap<string, Pair> {
  const folder = fileURLToPath(new URL(`./${family}/`, import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const pairs = files.map((file) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Pair);
  return new Map(pairs.map((pair) => [pair.name, pair]));
}
