import { javascriptPlanning } from '../../../analyzers/modules/javascript/planning.ts';
import { spellingOf } from '../../../analyzers/modules/name/spell-name.ts';
import { type PlanOptions, planModules } from '../../../analyzers/modules/plan-modules.ts';
import { declaresTypes, wantsDeclaredTypes } from '../../../analyzers/readings/javascript/declared-types.ts';
import { enumReads } from '../../../analyzers/readings/javascript/enum-reads.ts';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import { requiredOrder } from '../../../codemods/javascript/split-module/order-rules.ts';
import { refuseFile } from '../../../codemods/javascript/split-module/refusals.ts';
import { readSource } from '../../../codemods/javascript/split-module/source.ts';
import { refusalsOf } from '../../../codemods/javascript/split-module/split.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Outline, UnitId } from '../../core/unit.ts';
import { statementsOf } from '../../languages/javascript/statements-of.ts';
import { languageOf } from '../../languages/language.ts';
import type { View } from '../../workspace/view.ts';
import type { PlanRequest } from '../language.ts';
import { keepWithin, measurePlan } from './measure-plan.ts';
import { refusedUnits } from './refused-units.ts';

const ROUNDS = 10;

/**
 * A plan that the codemod does not refuse, where there is one: units with a hazard that it refuses stay in the facade, with the hazard as the
 * reason, and the rest is planned anew. Where the file as a whole is refused, the plan says so in place of modules.
 */
export function planJavascript(view: View, unordered: Outline, request: PlanRequest): Plan {
  return keepWithin(request.limit, (limit) =>
    measurePlan(view, planWithin(view, unordered, { ...request, limit }), javascriptSplitModule),
  );
}

function planWithin(view: View, unordered: Outline, request: PlanRequest): Plan {
  const { path } = request;
  const text = view.text(path);
  const outline = { ...unordered, order: requiredOrder(view, path) };
  const file = { language: javascriptPlanning, outline, text };
  const options = optionsOf(view, outline, request);
  const first = planModules(file, options);
  const whole = countLines(text) > request.limit ? refusedWhole(view, path) : [];
  if (whole.length > 0) return refusedPlan(first, outline, whole);
  const stay = new Map<UnitId, string>();
  let plan = first;
  let refusals: readonly Refusal[] = [];
  for (let round = 0; round < ROUNDS && plan.modules.length > 0; round++) {
    refusals = refusalsOf(view, { path, plan });
    if (refusals.length === 0) return plan;
    const known = stay.size;
    for (const [id, why] of refusedUnits(outline, plan, refusals)) stay.set(id, why);
    if (stay.size === known) return refusedPlan(first, outline, refusals);
    plan = planModules(file, { ...options, stay });
  }
  return plan.modules.length === 0 ? plan : refusedPlan(first, outline, refusals);
}

function optionsOf(view: View, outline: Outline, request: PlanRequest): PlanOptions {
  const { breakCycles, host, stay, ...options } = request;
  const spelling = spellingOf(stemsAround(view, request.path));
  return {
    ...options,
    spelling,
    together: [...untypedHelpers(view, outline, request.path), ...enumPairs(view, outline, request.path)],
  };
}

/** Stems of JavaScript and TypeScript files: of the file's own folder, then of each folder above with all below it. */
function stemsAround(view: View, path: string): string[][] {
  const scripts = view.files.filter(({ grammar }) => grammar && languageOf(grammar) === 'javascript');
  const above = path.split('/').map((_, i, names) => names.slice(0, i).join('/'));
  const groups = above
    .reverse()
    .map((folder) => scripts.filter((file) => folder === '' || file.path.startsWith(`${folder}/`)));
  const siblings = scripts.filter((file) => folderOf(file.path) === folderOf(path));
  return [siblings, ...groups].map((files) =>
    files.map((file) => file.path.slice(folderOf(file.path).length).replace(/\..*$/, '')),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Enums, and the units that their members have values of: what compiles file by file has to see both (J95). */
function enumPairs(view: View, { units }: Outline, path: string): [UnitId, UnitId][] {
  const makers = new Map(units.flatMap(({ id, defines }) => defines.map(({ name }) => [name, id] as const)));
  return enumReads(view.syntax(path), 0, view.syntax(path).size).flatMap(({ name, reads }) => {
    const own = makers.get(name);
    const others = [...reads].flatMap((one) => makers.get(one) ?? []);
    return own === undefined ? [] : others.filter((one) => one !== own).map((one): [UnitId, UnitId] => [own, one]);
  });
}

/** What no plan could mend. */
function refusedWhole(view: View, path: string): readonly Refusal[] {
  const source = readSource(view, path);
  return 'hazard' in source ? [source] : refuseFile(view, source);
}

/** Nothing leaves; each unit that would have stands by the first refusal. */
function refusedPlan(plan: Plan, outline: Outline, refusals: readonly Refusal[]): Plan {
  const kept = new Set(plan.keep.map(({ unit }) => unit));
  const left = outline.units.filter(({ id }) => !kept.has(id));
  const units = left.length > 0 ? left : outline.units.slice(0, 1);
  const [facade] = plan.predicted.files;
  return {
    ...plan,
    modules: [],
    keep: plan.keep.filter(({ unit }) => !units.some(({ id }) => id === unit)),
    refused: units.map(({ id }, i) => ({ unit: id, refusal: refusals[i] ?? refusals[0]! })),
    predicted: { files: facade ? [facade] : [] },
  };
}

/** With `isolatedDeclarations` a private helper without types cannot be exported from a part: it stays with all who use it. */
function untypedHelpers(view: View, outline: Outline, path: string): [UnitId, UnitId][] {
  if (!/\.[mc]?tsx?$/.test(path) || !wantsDeclaredTypes(view, path)) return [];
  const syntax = view.syntax(path);
  const statements = statementsOf(syntax);
  // Exported by a list: its types are written already.
  const listed = outline.units.filter(({ kind }) => kind === 'export');
  const untyped = outline.units.filter(
    (unit) =>
      unit.defines.length > 0 &&
      unit.kind !== 'import' &&
      unit.visibility !== 'export' &&
      !listed.some((list) => uses(list, unit.defines)) &&
      statements.some(
        (node) => unit.start <= syntax.start[node]! && syntax.end[node]! <= unit.end && !declaresTypes(syntax, node),
      ),
  );
  return untyped.flatMap((helper) =>
    outline.units
      .filter((unit) => unit.id !== helper.id && uses(unit, helper.defines))
      .map((unit): [UnitId, UnitId] => [helper.id, unit.id]),
  );
}

const uses = (unit: Outline['units'][number], names: Outline['units'][number]['defines']): boolean =>
  unit.uses.some(({ name }) => names.some((one) => one.name === name));
