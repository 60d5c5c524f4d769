import type { Packet } from './pktLine.js';
import { PacketError, packetText } from './pktLine.js';

/** What a server says about itself on `info/refs` (gitprotocol-http(5), gitprotocol-v2(5)). */
export interface RefAdvertisement {
  /** In version 2 the refs are asked for by a command of their own, so `refs` and `symrefs` are empty. */
  readonly version: 0 | 2;
  /** Value by name; empty for a capability without one. */
  readonly capabilities: ReadonlyMap<string, string>;
  /** Id by full name. */
  readonly refs: ReadonlyMap<string, string>;
  /** Target by full name, such as `HEAD` to `refs/heads/main`. */
  readonly symrefs: ReadonlyMap<string, string>;
}

/** The server's own error line (`ERR`). */
export class ServerRefusal extends Error {}

/** Reads an advertisement; throws `PacketError` when it is none, `ServerRefusal` when the server says why. */
export async function readAdvertisement(packets: AsyncIterable<Packet>): Promise<RefAdvertisement> {
  let version: 0 | 2 = 0;
  let first = true;
  const capabilities = new Map<string, string>();
  const refs = new Map<string, string>();
  const symrefs = new Map<string, string>();
  for await (const value of packets) {
    const line = packetText(value);
    if (line === undefined || line.startsWith('# service=') || line === 'version 1') continue;
    refuseError(line);
    if (line === 'version 2') {
      version = 2;
      continue;
    }
    if (version === 2) {
      addCapability(capabilities, line);
      continue;
    }
    const [ref = '', list] = line.split('\0', 2);
    if (first && list !== undefined) {
      for (const item of list.split(' ')) {
        addCapability(capabilities, item);
        const symref = /^symref=([^:]+):(.+)$/.exec(item);
        if (symref?.[1] !== undefined && symref[2] !== undefined) symrefs.set(symref[1], symref[2]);
      }
    }
    first = false;
    addRef(refs, ref);
  }
  return { version, capabilities, refs, symrefs };
}

/** Reads the answer to the `ls-refs` command of version 2. */
export async function readRefList(
  packets: AsyncIterable<Packet>,
): Promise<Pick<RefAdvertisement, 'refs' | 'symrefs'>> {
  const refs = new Map<string, string>();
  const symrefs = new Map<string, string>();
  for await (const value of packets) {
    const line = packetText(value);
    if (line === undefined) continue;
    refuseError(line);
    const [oid = '', name = '', ...attributes] = line.split(' ');
    addRef(refs, `${oid} ${name}`);
    const target = attributes.find((attribute) => attribute.startsWith('symref-target:'));
    if (target !== undefined) symrefs.set(name, target.slice('symref-target:'.length));
  }
  return { refs, symrefs };
}

/** Throws `ServerRefusal` for an `ERR` line. */
export function refuseError(line: string): void {
  if (line.startsWith('ERR ')) throw new ServerRefusal(line.slice(4));
}

function addCapability(capabilities: Map<string, string>, text: string): void {
  const equals = text.indexOf('=');
  if (equals < 0) capabilities.set(text, '');
  else capabilities.set(text.slice(0, equals), text.slice(equals + 1));
}

function addRef(refs: Map<string, string>, line: string): void {
  const [, oid, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
  if (oid === undefined || name === undefined) throw new PacketError('the list of branches is not readable');
  // `capabilities^{}` stands for "no refs", `^{}` for what a tag points to.
  if (!name.endsWith('^{}')) refs.set(name, oid);
}
