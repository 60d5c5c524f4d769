/** Messages of the commits that one app alone causes, as the published GitSync page gives them. */
export const appMessages = {
  created: 'App creation',
  renamed: 'App is renamed',
  version: 'Version creation',
} as const;
