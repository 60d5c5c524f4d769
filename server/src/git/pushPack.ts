import { GitFailureError, PushDeniedError } from '../errors/gitErrors.js';
import type { Oid } from './Remote.js';
import type { Packet } from './core/pktLine.js';
import { flushPacket, packet, packetText, readPackets } from './core/pktLine.js';
import type { RefAdvertisement } from './core/refAdvertisement.js';
import { refuseError } from './core/refAdvertisement.js';
import type { ReportStatus } from './core/reportStatus.js';
import { isRaceRefusal, parseReport } from './core/reportStatus.js';
import { bandPart, plainServerText } from './core/sideBand.js';
import { concatBytes } from './core/treeEntries.js';
import type { GitHttpSession } from './GitHttpSession.js';
import { agent, inWords } from './gitWire.js';

const zeros = '0'.repeat(40);

export interface PushRequest {
  /** Full name of the ref. */
  readonly ref: string;
  /** What the ref must be on the server; `undefined`: it must not exist. */
  readonly from: Oid | undefined;
  readonly to: Oid;
  readonly pack: Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pushes one ref with compare-and-swap (gitprotocol-pack(5)). `raced`: the ref was not `from` any more and
 * nothing was written. A refusal by a hook or a rule rejects with `PushDeniedError` in the server's words.
 */
export async function pushPack(
  session: GitHttpSession,
  server: RefAdvertisement,
  request: PushRequest,
): Promise<'updated' | 'raced'> {
  const { capabilities } = server;
  if (!capabilities.has('report-status'))
    throw new GitFailureError(session.url, 'the server does not report on pushes');
  const banded = capabilities.has('side-band-64k');
  const chosen = ['report-status', ...(banded ? ['side-band-64k'] : [])];
  if (capabilities.has('object-format')) chosen.push('object-format=sha1');
  if (capabilities.has('agent')) chosen.push(`agent=${agent}`);
  const line = `${request.from ?? zeros} ${request.to} ${request.ref}\0 ${chosen.join(' ')}`;
  const body = concatBytes([packet(line), flushPacket, request.pack]);
  const response = await session.call('git-receive-pack', body, { signal: request.signal });
  const { report, text } = await inWords(session.url, () =>
    readAnswer(session.url, readPackets(response.body), banded),
  );
  if (report.unpackError !== undefined) {
    throw new GitFailureError(
      session.url,
      inOneSentence(`the server could not take the objects: ${report.unpackError}`, text),
    );
  }
  const refusal = report.refused.get(request.ref);
  if (refusal === undefined) return 'updated';
  if (isRaceRefusal(refusal)) return 'raced';
  throw new PushDeniedError(session.url, inOneSentence(refusal, text));
}

async function readAnswer(
  url: string,
  packets: AsyncIterable<Packet>,
  banded: boolean,
): Promise<{ readonly report: ReportStatus; readonly text: string }> {
  if (!banded) return { report: parseReport(await readLines(packets)), text: '' };
  const data: Uint8Array[] = [];
  let text = '';
  for await (const value of packets) {
    if (value.kind !== 'data') continue;
    const part = bandPart(value.bytes);
    if (part.band === 'data') data.push(part.bytes);
    else if (part.band === 'text') text += part.text;
    else throw new GitFailureError(url, plainServerText(part.text));
  }
  const inner = readPackets(chunksOf(concatBytes(data)));
  return { report: parseReport(await readLines(inner)), text };
}

async function readLines(packets: AsyncIterable<Packet>): Promise<string[]> {
  const lines: string[] = [];
  for await (const value of packets) {
    const line = packetText(value);
    if (line === undefined) continue;
    refuseError(line);
    lines.push(line);
  }
  return lines;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}

function inOneSentence(reason: string, text: string): string {
  const told = plainServerText(text.replace(/\n/g, '; '));
  const all = told === '' ? plainServerText(reason) : `${plainServerText(reason)} (${told})`;
  return all.replace(/[;.\s]+(\)?)$/, '$1');
}
