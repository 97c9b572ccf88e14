import type { Finding } from '../../src/core/finding.ts';
import { hashOf } from '../../src/core/hash.ts';
import { SPLICED_GRAMMAR } from '../../src/languages/language.ts';
import type { View } from '../../src/workspace/view.ts';
import { explainFunctions } from '../complexity/explain.ts';
import type { Increment } from '../complexity/metrics.ts';
import type { Case } from './budget-state.ts';
import { quoted } from './command-line.ts';
import { type Entity, pathOf, symbolOf } from './entity.ts';
import { keyOf } from './identity/identity.ts';
import { MEASURES, MOVED_ENTRY } from './rules.ts';

const UNIT = { 'file-lines': 'lines', 'module-lines': 'lines', 'function-cognitive': 'cognitive complexity' } as const;

/**
 * What is over what it is allowed, with the place, the owner and what to do.
 * @param since to which moment the value of an entry belongs
 */
export function judge(
  view: View,
  cases: readonly Case[],
  ownerOf: (path: string) => string | null,
  since = 'when the baseline was written',
): Finding[] {
  return cases.flatMap((each) => {
    const { entity, allowed } = each;
    const owner = each.exception?.owner ?? ownerOf(entity.place.path);
    const common = {
      place: entity.place,
      ...(entity.symbol === null ? {} : { symbol: entity.symbol }),
      value: entity.value,
      limit: allowed,
      ...(owner === null ? {} : { owner }),
      fingerprint: fingerprintOf(entity),
    };
    if (entity.value > allowed) {
      const rule = MEASURES[entity.rule];
      return [
        {
          rule: rule.id,
          severity: rule.severity,
          what: overText(each, since),
          why: rule.why,
          ...mendOf(view, entity),
          ...common,
        },
      ];
    }
    if (each.how !== 'moved' && each.how !== 'inherited') return [];
    const { id: rule, severity, why } = MOVED_ENTRY;
    const from = each.entry!.name;
    const what = `${entity.name} ${each.how === 'moved' ? 'is what was' : 'came out of'} ${from}, with nothing added`;
    return [
      {
        rule,
        severity,
        what,
        why,
        whatToDo: 'Write its new name: omni-refactor baseline',
        command: 'omni-refactor baseline',
        ...common,
      },
    ];
  });
}

const fingerprintOf = (entity: Entity): string =>
  hashOf(`${entity.rule}\0${keyOf(entity.identity()) || entity.name}`).slice(0, 32);

function overText({ entity, entry, exception, allowed, ceiling }: Case, since: string): string {
  const { rule, name, symbol, value } = entity;
  const subject =
    rule === 'module-lines' ? `The module of ${name}` : symbol === null ? name : `${symbol} in ${entity.place.path}`;
  const has = rule === 'function-cognitive' ? `has a cognitive complexity of ${value}` : `has ${value} lines`;
  if (exception) return `${subject} ${has}; its exception allows ${allowed} (ceiling ${ceiling})`;
  if (entry) return `${subject} ${has}; it had ${allowed} ${UNIT[rule]} ${since} (ceiling ${ceiling})`;
  return `${subject} ${has}; the budget allows ${allowed}`;
}

function mendOf(view: View, entity: Entity): Pick<Finding, 'whatToDo' | 'command'> {
  const path = entity.place.path;
  if (entity.rule === 'function-cognitive') {
    const syntax = view.file(path)?.grammar ? view.syntax(path) : view.syntax(path, SPLICED_GRAMMAR);
    const explained = explainFunctions(syntax).find(
      ({ symbol, line }) => symbol === entity.symbol && line === entity.place.line,
    );
    return {
      whatToDo: costliest(explained?.increments ?? []),
      command: `omni-refactor hotspots --explain ${quoted(`${path}:${entity.place.line}`)}`,
    };
  }
  const command = `omni-refactor plan ${quoted(path)}`;
  return { whatToDo: `See how it could be divided: ${command}`, command };
}

/** Points at the costliest line: the place where an extracted function takes off most. */
function costliest(increments: readonly Increment[]): string {
  const worst = increments.filter(({ metric }) => metric === 'cognitive').reduce<Increment | null>(higher, null);
  if (worst === null || worst.nesting === 0) return 'Give each step of it a function of its own.';
  return `Move what is nested deepest into a function of its own: line ${worst.line} (${worst.reason}) alone adds ${worst.amount}.`;
}

const higher = (best: Increment | null, each: Increment): Increment =>
  best === null || each.amount > best.amount ? each : best;

/** How people call it: `Foo::bar in src/a.rs`. */
export const readableName = (name: string): string => {
  const symbol = symbolOf(name);
  return symbol === null ? name : `${symbol} in ${pathOf(name)}`;
};
