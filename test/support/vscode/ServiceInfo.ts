/** How the tests in VS Code reach what services.ts started; handed over in DOCBRIDGE_SERVICES as JSON. */
export interface ServiceInfo {
  readonly platform: { readonly url: string; readonly token: string };
  /** Project ids. */
  readonly subjects: { readonly handbook: string; readonly scratch: string; readonly empty: string };
  readonly git: { readonly origin: string; readonly token: string };
  readonly repositories: {
    readonly handbook: string;
    readonly scratch: string;
    readonly empty: string;
    /** There is none at this URL. */
    readonly missing: string;
  };
  /** Everything temporary is below it. */
  readonly folder: string;
  /** Clone of the handbook's repository, with docbridge.json. */
  readonly checkout: string;
  /** An empty folder. */
  readonly bare: string;
  /** Opens `checkout` and the virtual folder of "scratch". */
  readonly workspaceFile: string;
}
