import { GitFailureError } from '../errors/gitErrors.js';
import { PacketError, delimiterPacket, flushPacket, packet, readPackets } from './core/pktLine.js';
import type { RefAdvertisement } from './core/refAdvertisement.js';
import { ServerRefusal, readAdvertisement, readRefList } from './core/refAdvertisement.js';
import { plainServerText } from './core/sideBand.js';
import { concatBytes } from './core/treeEntries.js';
import type { GitHttpSession, GitService } from './GitHttpSession.js';

export const agent = 'docbridge';

/** Asks a service what it can do; the refs too where protocol 0 is spoken. */
export async function advertisement(
  session: GitHttpSession,
  service: GitService,
  signal: AbortSignal | undefined,
): Promise<RefAdvertisement> {
  const response = await session.discover(service, { protocol2: service === 'git-upload-pack', signal });
  const found = await inWords(session.url, () => readAdvertisement(readPackets(response.body)));
  const format = found.capabilities.get('object-format');
  if (format !== undefined && format !== 'sha1') {
    throw new GitFailureError(
      session.url,
      `its objects are named by ${plainServerText(format)}, which is not supported yet`,
    );
  }
  return found;
}

/** Branches and HEAD of a repository, by one request in protocol 0 and two in protocol 2. */
export async function listBranches(
  session: GitHttpSession,
  signal: AbortSignal | undefined,
): Promise<RefAdvertisement> {
  const found = await advertisement(session, 'git-upload-pack', signal);
  if (found.version === 0) return found;
  const body = commandRequest(found, 'ls-refs', ['symrefs', 'ref-prefix HEAD', 'ref-prefix refs/heads/']);
  const response = await session.call('git-upload-pack', body, { protocol2: true, signal });
  const list = await inWords(session.url, () => readRefList(readPackets(response.body)));
  return { ...found, ...list };
}

/** The body of one command of protocol 2. */
export function commandRequest(
  server: RefAdvertisement,
  command: string,
  args: readonly string[],
): Uint8Array {
  return concatBytes([
    packet(`command=${command}\n`),
    ...(server.capabilities.has('agent') ? [packet(`agent=${agent}\n`)] : []),
    ...(server.capabilities.has('object-format') ? [packet('object-format=sha1\n')] : []),
    delimiterPacket,
    ...args.map((line) => packet(`${line}\n`)),
    flushPacket,
  ]);
}

/** Turns what is wrong with the bytes of an answer into an error for a person. */
export async function inWords<T>(url: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServerRefusal)
      throw new GitFailureError(url, plainServerText(error.message), { cause: error });
    if (error instanceof PacketError) throw new GitFailureError(url, error.message, { cause: error });
    throw error;
  }
}
