import { PacketError } from './pktLine.js';

/** What a server says after a push (`report-status` of gitprotocol-pack(5)). */
export interface ReportStatus {
  /** `undefined`: the pack was taken. */
  readonly unpackError: string | undefined;
  /** Why a ref was refused, by its full name; refs that were updated are not in it. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Reads the lines of a report; throws `PacketError` when they are none. */
export function parseReport(lines: readonly string[]): ReportStatus {
  const unpack = lines.find((line) => line.startsWith('unpack '));
  if (unpack === undefined) throw new PacketError('the server did not say whether it took the push');
  const refused = new Map<string, string>();
  for (const line of lines) {
    const [, name, reason] = /^ng (\S+) ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) refused.set(name, reason === undefined || reason === '' ? 'refused' : reason);
  }
  return { unpackError: unpack === 'unpack ok' ? undefined : unpack.slice('unpack '.length), refused };
}

/** Whether a refusal means that the ref no longer was what the push expected, so that planning again helps. */
export function isRaceRefusal(reason: string): boolean {
  return /failed to update ref|fetch first|non-fast-forward|stale info|atomic transaction failed|cannot lock ref|failed to lock|already exists|incorrect old value/i.test(
    reason,
  );
}
