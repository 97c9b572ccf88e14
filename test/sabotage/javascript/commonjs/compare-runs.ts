import { javascriptSplitModule } from '../../../../codemods/javascript/split-module/index.ts';
import type { ChangeSet } from '../../../../src/core/change-set.ts';
import { refusedUnits } from '../../../../src/engine/plan/refused-units.ts';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { javascriptOutline } from '../../../../src/languages/javascript/outline.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { planOf } from '../../../codemods/javascript/read-cases.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { generateModule, numbers } from './generate-module.ts';
import { runProjects } from './run-cases.ts';

/** How many generated modules were divided, and what went wrong, by seed. */
export interface Comparison {
  readonly generated: number;
  readonly divided: number;
  readonly parts: number;
  readonly faults: readonly string[];
}

type Files = Readonly<Record<string, string>>;

/** Divides generated modules at random by codemod and S; then Node runs both sides, and what they tell has to be equal. */
export function compareRuns(seeds: readonly number[]): Comparison {
  const pairs: { readonly seed: number; readonly before: Files; readonly after: Files }[] = [];
  const faults: string[] = [];
  let parts = 0;
  for (const seed of seeds) {
    const { files: before } = generateModule(seed);
    const after = divide(before, seed);
    if (after === null) continue;
    if (typeof after === 'string') faults.push(`${seed}: ${after}`);
    else {
      parts += Object.keys(after).length - Object.keys(before).length;
      pairs.push({ seed, before, after });
    }
  }
  const said = runProjects(pairs.flatMap(({ before, after }) => [before, after]));
  pairs.forEach(({ seed }, index) => {
    const [first, second] = [said[2 * index], said[2 * index + 1]];
    if (first !== second) faults.push(`${seed}: ${first} became ${second}`);
  });
  return { generated: seeds.length, divided: pairs.length, parts, faults };
}

/** The files after the split; null where nothing can leave, a reason where S does not accept what the codemod wrote. */
function divide(before: Files, seed: number): Files | string | null {
  const view = memoryView(before);
  const changeSet = divideAtRandom(view, seed);
  if (changeSet === null) return null;
  const after = view.overlay(changeSet);
  const files = Object.fromEntries(after.files.map((file) => [file.path, after.text(file.path)]));
  const changed = Object.keys(files).filter((one) => files[one] !== before[one]);
  const wrong = proveSyntax(view, after, changed, changeSet).find(({ verdict }) => verdict !== 'proven');
  return wrong === undefined ? files : `S: ${wrong.why}`;
}

const PATH = 'src/m.js';
const ROUNDS = 12;

function partsOf(homes: ReadonlyMap<string, string>): Record<string, string[]> {
  const parts: Record<string, string[]> = {};
  for (const [id, home] of homes) if (home !== 'stays') parts[home] = [...(parts[home] ?? []), id];
  return parts;
}

/** Units go to parts that the seed chooses; what the codemod refuses stays, until it refuses nothing. */
function divideAtRandom(view: View, seed: number): ChangeSet | null {
  const read = view.facts(PATH, javascriptOutline);
  if (read.status === 'failed') throw new Error(read.reason);
  const next = numbers(seed + 1_000_000);
  const homes = new Map(
    read.value.units
      .filter(({ kind, defines }) => kind !== 'import' && defines.length > 0)
      .map(({ id }): [string, string] => [id, ['one', 'two', 'three', 'stays'][Math.floor(next() * 4)]!]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const modules = partsOf(homes);
    if (Object.keys(modules).length === 0) return null;
    const plan = planOf(PATH, view.text(PATH), modules);
    const result = javascriptSplitModule.run(view, { path: PATH, plan, notes: false });
    if (result.status !== 'refused') return result.changeSet;
    const refused = refusedUnits(read.value, plan, result.refusals);
    const stay = refused.length > 0 ? refused.map(([id]) => id) : Object.values(modules)[0]!.slice(0, 1);
    for (const id of stay) homes.set(id, 'stays');
  }
  return null;
}
