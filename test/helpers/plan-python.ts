import { hashOf } from '../../src/core/hash.ts';
import type { Plan } from '../../src/core/plan.ts';
import { pythonOutline } from '../../src/languages/python/outline.ts';
import type { View } from '../../src/workspace/view.ts';

/** A plan by hand: module name -> unit ids; everything else stays. */
export function handPlan(
  view: View,
  path: string,
  modules: Readonly<Record<string, readonly string[]>>,
  options: Plan['options'] = {},
  layout = 'auto',
): Plan {
  const outline = view.facts(path, pythonOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const moved = new Set(Object.values(modules).flat());
  const ids = outline.value.units.map(({ id }) => id);
  const unknown = [...moved].find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`${path} has no unit '${unknown}', but ${ids.join(' | ')}`);
  return {
    version: 2,
    codemod: 'python/split-module',
    base: [{ path, hash: hashOf(view.text(path)) }],
    options,
    layout,
    limit: 500,
    bound: { lines: 0, setBy: [] },
    modules: Object.entries(modules).map(([name, units]) => ({ name, units, why: `about ${name}` })),
    keep: ids.filter((id) => !moved.has(id)).map((unit) => ({ unit, why: 'stays' })),
    refused: [],
    notWorth: null,
    predicted: { files: [] },
  };
}
