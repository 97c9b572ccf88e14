import { parse as parseToml } from 'smol-toml';
import { type PlanOptions, planModules } from '../../../analyzers/modules/plan-modules.ts';
import { rustPlanning } from '../../../analyzers/modules/rust/planning.ts';
import { heldExpansions } from '../../../analyzers/readings/rust/held-expansions.ts';
import { readSource } from '../../../analyzers/readings/rust/source.ts';
import { fileBound } from '../../../codemods/rust/split-module/file-bound.ts';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { movableMacros } from '../../../codemods/rust/split-module/macro-moves.ts';
import { orderedExpansions } from '../../../codemods/rust/split-module/ordered-expansions.ts';
import { placeBound } from '../../../codemods/rust/split-module/place-bound.ts';
import type { Plan } from '../../core/plan.ts';
import type { Outline } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import type { PlanRequest } from '../language.ts';
import { keepWithin, measurePlan } from './measure-plan.ts';
import { thisHost, unbuildableUnits } from './unbuildable-units.ts';

/** A plan whose sizes are those of its split: what has to stay, and which macros may leave, is known before. */
export function planRust(view: View, outline: Outline, request: PlanRequest): Plan {
  const { host, breakCycles, ...options } = request;
  const { path, taken } = request;
  const file = { language: rustPlanning, outline, text: view.text(path) };
  const known = { ...options, taken: [...taken, ...crateNames(view, path)], ...placesIn(view, request) };
  return keepWithin(request.limit, (limit) =>
    measurePlan(view, planModules(file, { ...known, limit }), rustSplitModule),
  );
}

/** What is known of single units. */
function placesIn(
  view: View,
  { path, host = thisHost(), stay = new Map() }: PlanRequest,
): Pick<PlanOptions, 'stay' | 'leave'> {
  const source = readSource(view, path);
  if (typeof source === 'string') return {};
  const bound = fileBound(view, source);
  const staying = new Map([
    ...placeBound(source),
    ...orderedExpansions(view, source),
    ...unbuildableUnits(view, path, host),
    ...bound,
    ...heldExpansions(view, source),
    ...stay,
  ]);
  return { stay: staying, leave: movableMacros(view, source) };
}

/** A module must not be called like a crate that paths may begin with. */
function crateNames(view: View, path: string): string[] {
  const crates = view.manifests.crates.map(({ name }) => name);
  const near = view.manifests.crates.filter(({ dir }) => dir === '' || path.startsWith(`${dir}/`));
  return [...crates, ...near.flatMap(({ manifest }) => dependenciesIn(view.text(manifest)))].map((name) =>
    name.replaceAll('-', '_'),
  );
}

/** Keys of every `dependencies` table of a manifest, also under `target` and `workspace`. The manifest has been read before: it parses. */
function dependenciesIn(manifest: string): string[] {
  const names: string[] = [];
  const visit = (table: unknown): void => {
    if (typeof table !== 'object' || table === null || Array.isArray(table)) return;
    for (const [key, value] of Object.entries(table)) {
      if (/^((dev|build)-)?dependencies$/.test(key) && typeof value === 'object' && value !== null)
        names.push(...Object.keys(value));
      else visit(value);
    }
  };
  visit(parseToml(manifest));
  return names;
}
