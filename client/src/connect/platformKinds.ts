export type SignInWay = 'token' | 'password';

/** A platform that Connect offers. Names are trade names and are not translated. */
export interface PlatformKindInfo {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly placeholder: string;
  readonly signIn: readonly SignInWay[];
}

export const platformKinds: readonly PlatformKindInfo[] = [
  {
    kind: 'ondoki',
    label: 'ondoki',
    detail: 'Documents of a project',
    placeholder: 'https://docs.example.com',
    signIn: ['token'],
  },
  {
    kind: 'tooljet',
    label: 'ToolJet',
    detail: 'Apps of a workspace',
    placeholder: 'https://tooljet.example.com',
    signIn: ['token', 'password'],
  },
  {
    kind: 'embedded',
    label: 'Embedded platform',
    detail: 'Documents and apps of "docbridge demo" or "docbridge serve"',
    placeholder: 'http://127.0.0.1:8080',
    signIn: ['token'],
  },
];

export function platformKind(kind: string | undefined): PlatformKindInfo | undefined {
  return platformKinds.find((each) => each.kind === kind);
}
