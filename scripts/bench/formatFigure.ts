/** A figure in three significant digits, thousands in full, with commas; a dash for what was not measured. */
export function formatFigure(value: number | null): string {
  if (value === null) return '-';
  if (value !== 0 && Math.abs(value) < 0.001) return '< 0.001';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en-US', {
    minimumFractionDigits: Math.min(digits, 2),
    maximumFractionDigits: Math.min(digits, 3),
    useGrouping: true,
  });
}
