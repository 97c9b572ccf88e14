import type { BudgetException } from '../../src/config/config.ts';
import type { Edit } from '../../src/core/change-set.ts';
import { by } from '../../src/core/compare.ts';
import type { Range } from '../../src/core/range.ts';
import type { BudgetState, Case } from './budget-state.ts';
import { type Entity, pathOf } from './entity.ts';

/**
 * Lowers the exceptions of `omni-refactor.toml` to the real values, lets those go that nothing needs, and follows what moved. The parts of
 * a divided file get the exception's owner, reason and day, each with a value of its own. What is written inline has no ranges and stays.
 */
export function configEdits(text: string, { cases, unused }: BudgetState): Edit[] {
  const edits = unused.flatMap(({ ranges }) => (ranges ? [cut(text, ranges.table)] : []));
  for (const each of cases) {
    const { exception, how } = each;
    if (!exception?.ranges || how === 'inherited') continue;
    const { ranges } = exception;
    if (each.entity.value < exception.value || how === 'moved')
      edits.push(put(ranges.value, String(each.entity.value)));
    if (how === 'moved') edits.push(...renamed(exception, each.entity));
  }
  return [...edits, ...heirs(text, cases)].sort(by(({ start }) => start));
}

function renamed({ ranges }: BudgetException, entity: Entity): Edit[] {
  const symbol = entity.name.slice(pathOf(entity.name).length + 1);
  return [
    put(ranges!.path, JSON.stringify(pathOf(entity.name))),
    ...(ranges!.symbol ? [put(ranges!.symbol, JSON.stringify(symbol))] : []),
  ];
}

/** Copies behind the last table that they come from. */
function heirs(text: string, cases: readonly Case[]): Edit[] {
  const end = text.length;
  return cases
    .filter(({ exception, how }) => exception?.ranges && how === 'inherited')
    .map(({ exception, entity }) => {
      const { table, path, value } = exception!.ranges!;
      const changes = [put(path, JSON.stringify(entity.name)), put(value, String(entity.value))].sort(
        by((e) => -e.start),
      );
      const copy = changes.reduce(
        (copied, { start, end: to, text: now }) =>
          copied.slice(0, start - table.start) + now + copied.slice(to - table.start),
        text.slice(table.start, table.end),
      );
      return { start: end, end, text: `${text.endsWith('\n') ? '' : '\n'}\n${copy}\n`, reason: 'manifest' };
    });
}

const put = ({ start, end }: Range, text: string): Edit => ({ start, end, text, reason: 'manifest' });

/** With the blank lines behind it. */
function cut(text: string, { start, end }: Range): Edit {
  const blank = /^[ \t]*(?:\r?\n)+/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + blank, text: '', reason: 'manifest' };
}
