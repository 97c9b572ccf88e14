import type { AdoptedBudget } from '../../engine/budget/adopt-budget.ts';
import type { LoweredBudget } from '../../engine/budget/lower-budget.ts';
import { grouped, plural } from '../fit-text.ts';

/** What `init` says. Ends with a newline. @param receipt null where nothing had to be written */
export function adoptedText({ configured, ceilings, entries, lanes }: AdoptedBudget, receipt: string | null): string {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  return `${[
    `${configured ? 'Kept the ceilings of' : 'Wrote'} omni-refactor.toml: ${ceilings.map(({ rule, limit }) => `${rule} ${grouped(limit)}`).join(', ')}.`,
    ...(lanes.length > 0 ? [`Declared what CI enforces today: ${lanes.join(', ')}.`] : []),
    `Wrote omni-refactor.baseline: ${plural(total, 'entry', 'entries')} of what is not yet true (${entries.map(({ rule, count }) => `${rule} ${grouped(count)}`).join(', ')}).`,
    'From now on they may shrink, and nothing else may grow over a ceiling.',
    '.gitattributes lets two branches change the baseline without a conflict.',
    '',
    ...(receipt === null ? [] : [`Undo with: omni-refactor undo (${receipt})`]),
    'Commit these files, and run in CI:',
    '  omni-refactor check',
    'What CI, the security policy or the release lacks: omni-refactor init ci | security | release',
  ].join('\n')}\n`;
}

/** What `baseline` says. Ends with a newline. */
export function loweredText({ entries, removed, written, exceptions, over }: LoweredBudget): string {
  const changed = removed + written + exceptions > 0;
  return `${[
    changed
      ? `omni-refactor.baseline: ${plural(entries, 'entry', 'entries')} now; ${plural(removed, 'line')} removed, ${plural(written, 'line')} added${exceptions > 0 ? `, ${plural(exceptions, 'edit')} of exceptions in omni-refactor.toml` : ''}.`
      : `Nothing to lower: ${plural(entries, 'entry', 'entries')}, each at its real value.`,
    ...(over > 0
      ? [
          `${plural(over, 'thing is', 'things are')} over what is allowed, and the baseline never follows: omni-refactor check`,
        ]
      : []),
  ].join('\n')}\n`;
}
