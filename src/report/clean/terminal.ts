import type { Cleaned } from '../../engine/state/clean.ts';
import { sanitize } from '../sanitize.ts';

/** A row for each thing, and the sum. */
export function renderCleaned(cleaned: Cleaned, dryRun: boolean): string {
  const rows = cleaned.stored.map(
    ({ path, what, bytes }) => `${size(bytes).padStart(9)}  ${what.padEnd(12)}  ${sanitize(path)}\n`,
  );
  const busy = cleaned.busy.map((one) => `left alone, another run works in it: ${sanitize(one)}\n`);
  const sum = `${dryRun ? 'Would free' : 'Freed'} ${size(bytesOf(cleaned))}.\n`;
  return `${rows.join('')}${busy.join('')}${rows.length === 0 ? 'Nothing is stored that could be freed.\n' : sum}`;
}

export const bytesOf = ({ stored }: Cleaned): number => stored.reduce((sum, { bytes }) => sum + bytes, 0);

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

function size(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const count = bytes / 1000 ** power;
  return `${power > 0 && count < 100 ? count.toFixed(1) : Math.round(count)} ${UNITS[power]}`;
}
