import { GitFailureError } from '../errors/gitErrors.js';
import { ResponseTooLargeError } from '../errors/networkErrors.js';
import type { Oid } from './Remote.js';
import type { Packet } from './core/pktLine.js';
import { flushPacket, packet, packetText, readPackets } from './core/pktLine.js';
import type { RefAdvertisement } from './core/refAdvertisement.js';
import { refuseError } from './core/refAdvertisement.js';
import { bandPart, isBand, plainServerText } from './core/sideBand.js';
import { concatBytes } from './core/treeEntries.js';
import type { GitHttpSession } from './GitHttpSession.js';
import { agent, commandRequest, inWords } from './gitWire.js';

export interface FetchRequest {
  readonly want: Oid;
  /** Commits that are held whole. */
  readonly haves: readonly Oid[];
  /** Commits that are held without their parents. */
  readonly shallow: readonly Oid[];
  /** How many commits of history. */
  readonly depth: number;
  /** Object filter such as `tree:0`, for servers that have the capability. */
  readonly filter?: string;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

export interface FetchedPack {
  readonly pack: Uint8Array;
  readonly shallow: readonly Oid[];
  readonly unshallow: readonly Oid[];
}

/** Whether a server can leave out objects by a filter. */
export function canFilter(server: RefAdvertisement): boolean {
  if (server.version === 0) return server.capabilities.has('filter');
  return (server.capabilities.get('fetch') ?? '').split(' ').includes('filter');
}

/** Fetches one commit with its history to `depth` in one round (gitprotocol-v2(5), else gitprotocol-pack(5)). */
export async function fetchPack(
  session: GitHttpSession,
  server: RefAdvertisement,
  request: FetchRequest,
): Promise<FetchedPack> {
  const protocol2 = server.version === 2;
  const body = protocol2 ? bodyOfVersion2(server, request) : bodyOfVersion0(session.url, server, request);
  const response = await session.call('git-upload-pack', body, { protocol2, signal: request.signal });
  return inWords(session.url, () => readAnswer(session.url, readPackets(response.body), request.maxBytes));
}

function bodyOfVersion2(server: RefAdvertisement, request: FetchRequest): Uint8Array {
  return commandRequest(server, 'fetch', [
    'no-progress',
    'ofs-delta',
    ...request.shallow.map((oid) => `shallow ${oid}`),
    `deepen ${request.depth}`,
    ...(request.filter === undefined ? [] : [`filter ${request.filter}`]),
    `want ${request.want}`,
    ...request.haves.map((oid) => `have ${oid}`),
    'done',
  ]);
}

function bodyOfVersion0(url: string, server: RefAdvertisement, request: FetchRequest): Uint8Array {
  for (const needed of ['shallow', 'side-band-64k']) {
    if (!server.capabilities.has(needed)) throw new GitFailureError(url, `the server cannot do "${needed}"`);
  }
  const known = ['multi_ack_detailed', 'no-done', 'side-band-64k', 'ofs-delta', 'no-progress'];
  const capabilities = known.filter((name) => server.capabilities.has(name));
  if (request.filter !== undefined) capabilities.push('filter');
  if (server.capabilities.has('agent')) capabilities.push(`agent=${agent}`);
  return concatBytes([
    packet(`want ${request.want} ${capabilities.join(' ')}\n`),
    ...request.shallow.map((oid) => packet(`shallow ${oid}\n`)),
    packet(`deepen ${request.depth}\n`),
    ...(request.filter === undefined ? [] : [packet(`filter ${request.filter}\n`)]),
    flushPacket,
    ...request.haves.map((oid) => packet(`have ${oid}\n`)),
    packet('done\n'),
  ]);
}

/** Both versions: lines (sections, shallow commits, acknowledgments) and then the pack in band 1. */
async function readAnswer(
  url: string,
  packets: AsyncIterable<Packet>,
  maxBytes: number,
): Promise<FetchedPack> {
  const shallow: Oid[] = [];
  const unshallow: Oid[] = [];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const value of packets) {
    if (isBand(value)) {
      const part = bandPart(value.bytes);
      if (part.band === 'fatal') throw new GitFailureError(url, plainServerText(part.text));
      if (part.band !== 'data') continue;
      size += part.bytes.byteLength;
      if (size > maxBytes) throw new ResponseTooLargeError(url, maxBytes);
      // A copy, so that a small pack does not keep whole network buffers alive.
      chunks.push(part.bytes.slice());
      continue;
    }
    const line = packetText(value) ?? '';
    refuseError(line);
    const [, kind, oid] = /^(shallow|unshallow) ([0-9a-f]{40})$/.exec(line) ?? [];
    if (oid !== undefined) (kind === 'shallow' ? shallow : unshallow).push(oid);
  }
  return { pack: concatBytes(chunks), shallow, unshallow };
}
