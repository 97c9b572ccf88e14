import { COUPLING_RULES, type Coupling } from '../../../analyzers/churn/coupling.ts';
import type { HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { type Column, renderTable } from '../table.ts';

/** `hotspots --coupling`: pairs of files that change in the same commits. Ends with a newline. */
export function couplingToTerminal(
  { coupling, history, options }: HotspotReport,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const paint = painter(color);
  if (coupling === null || !history.used)
    return `${paint('warning', 'No history, so nothing is known of what changes together:')} ${history.used ? '' : sanitize(history.reason)}.\n`;
  const shown = coupling.slice(0, options.top ?? coupling.length);
  const { shared, degree, commitFiles } = COUPLING_RULES;
  const across = coupling.filter((pair) => pair.across !== null).length;
  const rule = `Pairs of source files with at least ${shared} commits in common and a degree of ${degree}, over commits of at most ${commitFiles} files up to ${history.headDate}.`;
  return `${[
    ...(shown.length === 0 ? [] : [...couplingTable(shown, width, paint), '']),
    `${shown.length < coupling.length ? `${shown.length} of ` : ''}${plural(coupling.length, 'pair')}, ${across} across languages.`,
    paint('faint', rule),
  ].join('\n')}\n`;
}

/** @param seenFrom one file, where all pairs are its own: only the other is named */
export function couplingTable(pairs: readonly Coupling[], width: number, paint: Paint, seenFrom?: string): string[] {
  const name = (title: string, cell: (pair: Coupling) => string): Column<Coupling> => ({
    title,
    cell: (pair) => sanitize(cell(pair)),
    align: 'left',
    priority: 0,
    shrinksTo: 20,
    cut: 'start',
    token: () => 'path',
  });
  const names =
    seenFrom === undefined
      ? [name('file', ({ a }) => a), name('and', ({ b }) => b)]
      : [name('file', ({ a, b }) => (a === seenFrom ? b : a))];
  return renderTable(
    [
      { title: 'degree', cell: ({ degree }) => `${degree}%`, align: 'right', priority: 0 },
      { title: 'shared', cell: ({ shared }) => String(shared), align: 'right', priority: 0 },
      { title: 'commits', cell: ({ revisions }) => revisions.join('/'), align: 'right', priority: 2 },
      ...names,
      { title: 'across', cell: ({ across }) => (across === null ? '' : across.join('–')), align: 'left', priority: 1 },
    ],
    pairs,
    width,
    paint,
  );
}
