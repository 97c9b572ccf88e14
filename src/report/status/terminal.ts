import type { Excess, Guardrail, GuardrailState, StatusReport } from '../../../analyzers/status/guardrail.ts';
import { plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { painter, type Token } from '../style.ts';
import { type Column, renderTable } from '../table.ts';
import { countStates } from './count-states.ts';

const SHOWN = 15;
const MARK: Readonly<Record<GuardrailState, string>> = { enforced: '✓', partial: '◐', missing: '✗', unknown: '?' };
const TOKEN: Readonly<Record<GuardrailState, Token>> = {
  enforced: 'fine',
  partial: 'warning',
  missing: 'error',
  unknown: 'faint',
};

/** One page: each guardrail with its state, then what is over a ceiling. Ends with a newline. */
export function statusToTerminal(
  { guardrails, over, today }: StatusReport,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const paint = painter(color);
  const counts = countStates(guardrails);
  const todo = guardrails.filter(({ whatToDo }) => whatToDo !== null);
  const rest = over.length - SHOWN;
  return `${[
    paint(
      'title',
      `${today}: ${counts.enforced} of ${plural(guardrails.length, 'guardrail')} enforced, ${counts.partial} partial, ${counts.missing} missing, ${counts.unknown} unknown`,
    ),
    '',
    ...renderTable(GUARDRAIL_COLUMNS, guardrails, width, paint),
    ...(todo.length > 0 ? ['', paint('title', 'Next')] : []),
    ...todo.map(({ id, whatToDo }) => `  ${id}: ${sanitize(whatToDo!)}`),
    '',
    ...(over.length === 0
      ? ['Nothing is over a ceiling.']
      : [
          paint('title', `Over a ceiling: ${over.length}, the hottest first`),
          ...renderTable(OVER_COLUMNS, over.slice(0, SHOWN), width, paint),
          ...(rest > 0 ? [`and ${rest} more: omni-refactor status --json`] : []),
        ]),
  ].join('\n')}\n`;
}

const GUARDRAIL_COLUMNS: readonly Column<Guardrail>[] = [
  { title: '', cell: ({ state }) => MARK[state], align: 'left', priority: 0, token: ({ state }) => TOKEN[state] },
  { title: 'state', cell: ({ state }) => state, align: 'left', priority: 0, token: ({ state }) => TOKEN[state] },
  { title: 'guardrail', cell: ({ title }) => title, align: 'left', priority: 0, shrinksTo: 24 },
  { title: 'found', cell: ({ found }) => sanitize(found), align: 'left', priority: 1, shrinksTo: 24 },
  {
    title: 'evidence',
    cell: (rail) => sanitize(evidenceOf(rail)),
    align: 'left',
    priority: 2,
    cut: 'start',
    shrinksTo: 20,
  },
  { title: 'owner', cell: ({ owner }) => sanitize(owner ?? ''), align: 'left', priority: 3, shrinksTo: 10 },
];

/** `.github/workflows/ci.yml:12`; '' where no file says it. */
export const evidenceOf = ({ place }: Guardrail): string =>
  place === undefined ? '' : `${place.path}:${place.line ?? 1}`;

export const placeOf = ({ path, line, symbol }: Excess): string =>
  `${path}${line === null ? '' : `:${line}`}${symbol === null ? '' : ` ${symbol}`}`;

const OVER_COLUMNS: readonly Column<Excess>[] = [
  { title: '#', cell: ({ rank }) => (rank === null ? '–' : String(rank)), align: 'right', priority: 2 },
  {
    title: 'what',
    cell: (each) => sanitize(placeOf(each)),
    align: 'left',
    priority: 0,
    shrinksTo: 24,
    cut: 'start',
    token: () => 'path',
  },
  { title: 'rule', cell: ({ rule }) => rule, align: 'left', priority: 4 },
  { title: 'value', cell: ({ value, ceiling }) => `${value}/${ceiling}`, align: 'right', priority: 0 },
  { title: 'held by', cell: ({ held }) => held, align: 'left', priority: 1 },
  { title: 'owner', cell: ({ owner }) => sanitize(owner ?? '–'), align: 'left', priority: 1, shrinksTo: 10 },
  {
    title: 'expires',
    cell: ({ expires, expired }) => (expires === null ? '–' : `${expires}${expired ? ' (over)' : ''}`),
    align: 'left',
    priority: 1,
    token: ({ expired }) => (expired ? 'error' : null),
  },
];
