import { wrap } from '../plan/wrap.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import type { Alternative } from './alternative.ts';

export interface RenderAlternativesOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** The command that takes one of them, with `N` for the number of parts. */
  readonly command: string;
}

/** Divisions of one file side by side: how large, how many reads they cut, and what the parts are called. */
export function renderAlternatives(
  path: string,
  alternatives: readonly Alternative[],
  { width, color, command }: RenderAlternativesOptions,
): string {
  const paint = painter(color);
  const digits = (of: (one: Alternative) => number): number =>
    Math.max(...alternatives.map((one) => `${of(one)}`.length));
  const wide = { parts: digits(({ parts }) => parts), lines: digits(({ largest }) => largest) };
  const out = [
    paint('title', `Divisions of ${sanitize(path)}`),
    ...alternatives.flatMap((one) => ['', headLine(one, wide, paint), ...partLines(one, width)]),
    '',
    ...wrap(`To take one: ${sanitize(command)}`, width),
  ];
  return `${out.join('\n')}\n`;
}

function headLine(
  { parts, largest, facade, inside, cut, plan }: Alternative,
  wide: { readonly parts: number; readonly lines: number },
  paint: Paint,
): string {
  const sizes = `largest ${`${largest}`.padStart(wide.lines)}, facade ${`${facade}`.padStart(wide.lines)} lines`;
  const cuts = `${cut} of ${inside + cut} reads cross files`;
  const line = `${`${parts}`.padStart(wide.parts)} ${parts === 1 ? 'part ' : 'parts'}  ${sizes}; ${cuts}`;
  return largest > plan.limit ? paint('warm', `${line}; over the limit of ${plan.limit}`) : line;
}

function partLines({ plan }: Alternative, width: number): string[] {
  if (plan.modules.length === 0) return ['    nothing moves'];
  const parts = plan.modules.map(({ name }, m) => `${sanitize(name)} ${plan.predicted.files[m + 1]?.lines ?? '?'}`);
  return wrap(parts.join(', '), width - 4).map((line) => `    ${line}`);
}
