import { median } from './median.js';
import type { Measured } from './Measured.js';
import type { Row } from './Row.js';

/**
 * Medians of all rounds, each set against its work's yardstick: `yardsticks` names the variant by work. A work without
 * one, or whose yardstick was not measured, has no ratio.
 */
export function toRows(
  measured: readonly Measured[],
  yardsticks: Readonly<Record<string, string>>,
): readonly Row[] {
  const cpuOf = ({ timings }: Measured): number => median(timings.map(({ cpu }) => cpu));
  return measured.map((each) => {
    const yardstick = measured.find(
      ({ work, variant }) => work === each.work && variant === yardsticks[work],
    );
    const cpu = cpuOf(each);
    return {
      work: each.work,
      variant: each.variant,
      cpu_ms: rounded(cpu),
      wall_ms: rounded(median(each.timings.map(({ wall }) => wall))),
      ratio: yardstick === undefined || cpu === 0 ? null : rounded(cpuOf(yardstick) / cpu),
      rss_mb: null,
      bytes: each.bytes,
      requests: 0,
    };
  });
}

/** Three decimals: a microsecond where milliseconds are meant. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
