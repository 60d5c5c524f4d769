/** JSON as a platform hands it over: nothing that a converter knows of its own objects comes along. */
export function throughText(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json)) as unknown;
}
