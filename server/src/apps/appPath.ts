const illegal = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]/gu;
const reserved =
  /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|git~\d+|\.git)(\.|$)/iu;

/** How an app's file is named: after its version, as ToolJet does, or after the app. */
export type AppFileName = '{version}' | '{app}';

/** Where `<App>/<version>.json` stands. Names that no file system takes are changed; all others stay as they are. */
export function appFilePath(app: string, version: string, fileName: AppFileName = '{version}'): string {
  return `${legalName(app)}/${legalName(fileName === '{app}' ? app : version)}.json`;
}

/** The app's folder and the file's name of such a path; `undefined` for any other path. */
export function splitAppPath(path: string): { readonly folder: string; readonly name: string } | undefined {
  const match = /^([^/]+)\/([^/]+)\.json$/u.exec(path);
  if (match?.[1] === undefined || match[2] === undefined || match[1] === '.meta') return undefined;
  return { folder: match[1], name: match[2] };
}

function legalName(name: string): string {
  const clean = name
    .normalize('NFC')
    .toWellFormed()
    .replace(illegal, '_')
    .replace(/^ +|[. ]+$/gu, (blanks) => '_'.repeat(blanks.length));
  if (clean === '') return '_';
  return reserved.test(clean) ? `${clean}_` : clean;
}
