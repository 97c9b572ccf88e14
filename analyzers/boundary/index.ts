import type { BoundaryConfig, Selector } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { map } from '../map/index.ts';
import type { WorkspaceMap } from '../map/workspace-map.ts';
import { judgeEdges } from './judge-edges.ts';
import { BOUNDARY_RULES, CONFIG, UNUSED } from './rules.ts';
import { covers } from './select.ts';
import { undeclared } from './undeclared.ts';

/** Modules of both languages lead only where `[boundary]` lets them. */
export const boundary = defineCheck({
  id: 'boundary',
  title: 'Modules of both languages lead only where they may',
  waitsFor: 'a [boundary] table in omni-refactor.toml: omni-refactor init boundary',
  rules: BOUNDARY_RULES,
  run,
});

function run(view: View): CheckResult {
  const { boundary: config } = view.config;
  if (config === null) return NOTHING_CHECKED;
  const whole = map.run(view);
  const place = view.config.path ?? 'omni-refactor.toml';
  const lost = lostNames(config, whole, place);
  const { findings, allowed } = judgeEdges(config, whole, place);
  // A name that is not there excuses nothing either, and is reported once.
  const own = findings.filter(
    ({ rule, symbol }) => rule !== UNUSED.id || !lost.some((one) => symbol?.endsWith(`: ${one.symbol}`)),
  );
  return {
    findings: [...lost, ...own, ...undeclared(view, config, whole)],
    checked: Object.fromEntries(BOUNDARY_RULES.map(({ id }) => [id, whole.edges.length])),
    unknown: whole.unknown,
    details: config.rules.map((rule) => ({
      name: rule.id,
      verdict: findings.some(({ symbol }) => symbol?.startsWith(`${rule.id}: `)) ? 'partial' : 'enforced',
      found: `${rule.kind} from ${rule.from.map(({ text }) => text).join(', ')}: ${allowed.get(rule.id) ?? 0} excepted`,
      place: { path: place, line: rule.place.line },
    })),
  };
}

/** Selectors that name nothing, each at its line and column. */
function lostNames({ layers, rules, interfaces }: BoundaryConfig, { nodes }: WorkspaceMap, path: string): Finding[] {
  const all: Selector[] = [
    ...layers.flat(),
    ...rules.flatMap(({ from, to, except }) => [...from, ...to, ...except]),
    ...interfaces.flatMap(({ of, open }) => [...of, ...open]),
  ];
  return all
    .filter((selector) => !nodes.some(({ id }) => covers(selector, id)))
    .map(({ text, place }) => ({
      rule: CONFIG.id,
      severity: CONFIG.severity,
      place: { path, ...place },
      symbol: text,
      what: `\`${text}\` names nothing on the map`,
      why: CONFIG.why,
      whatToDo: CONFIG.whatToDo!,
    }));
}
