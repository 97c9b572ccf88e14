import type { StatusReport } from '../../../analyzers/status/guardrail.ts';
import { escapeCell, escapeCode } from '../escape-markdown.ts';
import { plural } from '../fit-text.ts';
import { countStates } from './count-states.ts';
import { evidenceOf, placeOf } from './terminal.ts';

const MARK = { enforced: '✅', partial: '🟡', missing: '❌', unknown: '❔' } as const;
const SHOWN = 100;

/** The same page for an issue or a wiki. Ends with a newline. */
export function statusToMarkdown({ guardrails, over, today }: StatusReport): string {
  const { enforced, partial, missing, unknown } = countStates(guardrails);
  const rows = guardrails.map(
    (rail) =>
      `| ${MARK[rail.state]} ${rail.state} | ${escapeCell(rail.title)} | ${escapeCell(rail.found)} | ${evidenceOf(rail) === '' ? '' : escapeCode(evidenceOf(rail))} | ${escapeCell(rail.owner ?? '')} | ${escapeCell(rail.whatToDo ?? '')} |`,
  );
  const excess = over
    .slice(0, SHOWN)
    .map(
      (each) =>
        `| ${each.rank ?? ''} | ${escapeCode(placeOf(each))} | ${each.rule} | ${each.value} | ${each.ceiling} | ${each.held} | ${escapeCell(each.owner ?? '')} | ${each.expires ?? ''}${each.expired ? ' (over)' : ''} |`,
    );
  const rest = over.length - SHOWN;
  return `${[
    `### Guardrails on ${today}: ${enforced} of ${plural(guardrails.length, 'guardrail')} enforced, ${partial} partial, ${missing} missing, ${unknown} unknown`,
    '',
    '| state | guardrail | found | evidence | owner | next |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `### Over a ceiling: ${over.length}`,
    ...(over.length === 0
      ? []
      : [
          '',
          '| rank | what | rule | value | ceiling | held by | owner | expires |',
          '| --- | --- | --- | --- | --- | --- | --- | --- |',
          ...excess,
          ...(rest > 0 ? ['', `${rest} more left out.`] : []),
        ]),
  ].join('\n')}\n`;
}
