import type { SharedConstant } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Detail } from '../gate/check.ts';
import { constantOf, type FoundConstant } from './constants.ts';
import { CONFIG, CONSTANT } from './rules.ts';

/** Holds the values of one shared constant against the first of them. */
export function judgeConstant(
  view: View,
  shared: SharedConstant,
  config: string,
): { readonly findings: readonly Finding[]; readonly detail: Detail } {
  const found = shared.sides.map((named) => ({ named, value: constantOf(view, named) }));
  const lost = found.flatMap(({ named, value }) =>
    'lost' in value
      ? [
          {
            rule: CONFIG.id,
            severity: CONFIG.severity,
            place: { path: config, ...named.place },
            symbol: `${shared.id}: ${named.text}`,
            what: `\`${shared.id}\` names \`${named.text}\`: ${value.lost}`,
            why: CONFIG.why,
            whatToDo: CONFIG.whatToDo!,
          },
        ]
      : [],
  );
  const values = found.flatMap(({ value }) => ('lost' in value ? [] : [value]));
  const [first, ...rest] = values;
  const differing = first ? rest.filter(({ value }) => value !== first.value) : [];
  return {
    findings: [...lost, ...differing.map((one) => differs(shared.id, first!, one))],
    detail: {
      name: shared.id,
      verdict: values.length < 2 ? 'unknown' : differing.length > 0 ? 'missing' : 'enforced',
      found: values.map(({ value, at }) => `${JSON.stringify(value)} ${at.path}:${at.line}`).join(', '),
      place: { path: config, line: shared.place.line },
    },
  };
}

type Held = Exclude<FoundConstant, { readonly lost: string }>;

const differs = (id: string, first: Held, one: Held): Finding => ({
  rule: CONSTANT.id,
  severity: CONSTANT.severity,
  place: one.at,
  symbol: id,
  what: `\`${id}\` is ${JSON.stringify(one.value)} here, and ${JSON.stringify(first.value)} at ${first.at.path}:${first.at.line}`,
  why: CONSTANT.why,
  whatToDo: CONSTANT.whatToDo!,
});
