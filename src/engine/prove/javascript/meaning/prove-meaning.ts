import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportMode, importModes } from '../../../../../analyzers/readings/javascript/compiler-settings.ts';
import { type Modules, openModules } from '../../../../../analyzers/readings/javascript/open-modules.ts';
import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import { onceFor } from '../../once-for.ts';
import type { Runner } from '../../run-staged.ts';
import type { Change } from '../change.ts';
import { emitProject, type WantedOutput } from '../emit-project.ts';
import { type Family, familiesOf } from '../families.ts';
import type { Project } from '../projects/find-projects.ts';
import { type Baselines, nameOf } from '../prove-types.ts';
import { kept } from '../run-tsc.ts';
import { type Compared, compareEmitted } from './compare-emitted.ts';
import { layTree, runsAs } from './lay-tree.ts';
import {
  type Attempt,
  type Observed,
  observe,
  observedDifference,
  unstablePlaces,
  withoutForm,
  withoutPlaces,
} from './observe.ts';
import type { Scripts } from './scripts.ts';

const NOTHING: Scripts = { texts: new Map(), messages: [] };

/**
 * Rung M: equal emitted JavaScript, in every project that compiles the files, and modules that are equal once node has loaded them. What node
 * cannot load is not shown, whatever was emitted. Runs the code of the workspace; ends in the state after.
 */
export async function proveMeaning(
  runner: Runner,
  change: Change,
  { known }: Baselines,
  wanted: WantedOutput,
): Promise<Proof[]> {
  const emitOf =
    (project: Project): Emit =>
    async (view) => {
      const { scripts, messages } = await emitProject(runner, view, project, wanted);
      return { texts: scripts, messages };
    };
  const { families, problems } = familiesOf(change.before, change.after, change.paths);
  const compiled = new Set(known.flatMap(({ paths }) => paths));
  const proofs = [...problems].map(
    ([path, why]): Proof => ({ rung: 'M', path, configuration: '-', verdict: 'not-run', why }),
  );
  for (const { project, paths } of known) {
    const asked = families.filter(({ before }) => before.some(({ path }) => paths.includes(path)));
    const key = [project.program.script, project.config.path, kept(project.flags)];
    proofs.push(...(await proveWith(runner, change, { project, emit: emitOf(project), key }, asked)));
  }
  const plain = families.filter(({ after }) => after.every(({ path }) => !compiled.has(path)));
  if (plain.length > 0)
    proofs.push(...(await proveWith(runner, change, { project: null, emit: async () => NOTHING, key: [] }, plain)));
  return proofs;
}

/** What a compiler writes for the state that the stage shows. */
type Emit = (view: View) => Promise<Scripts>;

interface Compiler {
  readonly project: Project | null;
  readonly emit: Emit;
  /** All that what it writes depends on beside the state. */
  readonly key: readonly unknown[];
}

async function proveWith(
  runner: Runner,
  change: Change,
  { project, emit, key }: Compiler,
  families: readonly Family[],
): Promise<Proof[]> {
  const sources = families.map(({ before, after }) => [before, after].map((side) => side.map(({ path }) => path)));
  // Projects that differ by --noEmit alone write the same.
  const loadOnce = (view: View, scripts: Scripts): Promise<Loads[]> =>
    onceFor(view, [runner.stage.root, 'load', key, sources], () => loadAll(runner, view, scripts, families));
  await runner.stage.show('before');
  const old = await emit(change.before);
  const loaded = await loadOnce(change.before, old);
  await runner.stage.show('after');
  const now = await emit(change.after);
  const again = await loadOnce(change.after, now);
  const proofs: Proof[] = [];
  for (const [i, family] of families.entries()) {
    const emitted = project && compareSides(change, family, old, now);
    const differs = judgeLoads(loaded[i]!, again[i]!);
    const ran = differs.verdict === 'failed' ? await judgeAgain(runner, change, family, old, again[i]!) : differs;
    proofs.push(...proofsOf(family, project, emitted, ran));
  }
  await runner.stage.show('after');
  return proofs;
}

/** Emitted code can break the rung, and shows nothing by itself; what it could not be compared for is not shown by the loaded modules either. */
function proofsOf({ after }: Family, project: Project | null, emitted: Compared | null, ran: Compared): Proof[] {
  const name = project ? nameOf(project) : 'plain JavaScript';
  const loaded = ran.verdict === 'proven' && emitted?.verdict === 'not-run' ? emitted : ran;
  return after.flatMap(({ path }): Proof[] => [
    ...(emitted
      ? [{ rung: 'M', path, configuration: `${name}: emitted code`, ...emitted, beside: true } as const]
      : []),
    { rung: 'M', path, configuration: `${name}: modules in node`, ...loaded },
  ]);
}

const compareSides = (change: Change, family: Family, old: Scripts, now: Scripts): Compared =>
  compareEmitted(
    { view: change.before, modules: family.before, scripts: old },
    { view: change.after, modules: family.after, scripts: now },
  );

/** Each entry of a family, with what became of it. */
type Loads = ReadonlyMap<string, Attempt>;

async function loadAll(runner: Runner, view: View, scripts: Scripts, families: readonly Family[]): Promise<Loads[]> {
  const tree = layTree(runner.stage, view, scripts);
  const modules = openModules(view);
  const loads: Loads[] = [];
  for (const family of families) {
    const found = new Map<string, Attempt>();
    for (const entry of entriesOf(view, modules, family))
      found.set(entry, await load(runner, { view, scripts, tree, family, modules }, entry));
    loads.push(found);
  }
  rmSync(tree, { recursive: true, force: true });
  return loads;
}

interface Laid {
  readonly view: View;
  readonly scripts: Scripts;
  readonly tree: string;
  readonly family: Family;
  readonly modules: Modules;
}

async function load(runner: Runner, { view, scripts, tree, family, modules }: Laid, entry: string): Promise<Attempt> {
  const file = runsAs(scripts, entry);
  if (file === null) return { why: `the compiler writes no JavaScript for ${entry}` };
  const form = formOf(view, scripts, entry, file);
  const sources = [...new Set([...family.before, ...family.after].map(({ path }) => path))];
  const [mode] = importModes(view, entry);
  const around = reachedFrom(modules, mode ?? 'kept', entry).filter((path) => !sources.includes(path));
  const others = Object.fromEntries(
    around.slice(0, MOST_OTHERS).flatMap((path) => {
      const run = runsAs(scripts, path);
      return run === null ? [] : [[path, join(tree, run)]];
    }),
  );
  return observe(runner, { tree, file, form, family: sources, others });
}

/** So many modules around a family are described. */
const MOST_OTHERS = 200;
/** So many modules that a family's files need, and that need it back, are loaded first by themselves. */
const MOST_ENTRIES = 8;

function formOf(view: View, scripts: Scripts, path: string, file: string): 'module' | 'commonjs' {
  if (/\.[mc]js$/.test(file)) return file.endsWith('.mjs') ? 'module' : 'commonjs';
  const text = scripts.texts.get(file) ?? view.text(path);
  return /^(import|export)\b/m.test(text) ? 'module' : 'commonjs';
}

/** The files that were one, and those that they need and that need them back: where loading begins decides what such a circle sees. */
function entriesOf(view: View, modules: Modules, { before, after }: Family): string[] {
  const roots = before.map(({ path }) => path);
  const [mode = 'kept'] = roots.flatMap((path) => importModes(view, path));
  const reached = roots.flatMap((root) => reachedFrom(modules, mode, root)).filter((path) => !roots.includes(path));
  const back = [...new Set(reached)].filter((path) =>
    reachedFrom(modules, mode, path).some((one) => roots.includes(one)),
  );
  const own = new Set(after.map(({ path }) => path));
  return [...roots, ...back.filter((path) => !own.has(path)).slice(0, MOST_ENTRIES)];
}

function reachedFrom(modules: Modules, mode: ImportMode, root: string): string[] {
  const seen = new Set<string>();
  const waiting = [...modules.requests(root, mode)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || modules.loading(path) === null) continue;
    seen.add(path);
    waiting.push(...modules.requests(path, mode));
  }
  return [...seen];
}

function judgeLoads(before: Loads, after: Loads): Compared {
  for (const [entry, old] of before) {
    if ('why' in old) return { verdict: 'not-run', why: `node cannot load ${entry} before the change: ${old.why}` };
    const now = after.get(entry);
    if (now === undefined)
      return {
        verdict: 'not-run',
        why: `${entry} needs the module in a circle no more, and was not loaded for itself`,
      };
    if ('why' in now) return { verdict: 'failed', why: `node cannot load ${entry} now: ${now.why}` };
    const difference = observedDifference(old, now);
    if (difference !== null) return ofDifference(old, now, `once ${entry} is loaded, ${difference}`);
  }
  const places = [...before.values()].reduce((sum, one) => sum + ('why' in one ? 0 : one.lines.length), 0);
  return { verdict: 'proven', why: `loaded with equal names, values and effects: ${places} places are equal` };
}

/** What re-exports of CommonJS bring with them is a kind of its own, which a person may accept. */
const ofDifference = (old: Observed, now: Observed, why: string): Compared =>
  observedDifference(withoutForm(old), withoutForm(now)) === null
    ? { verdict: 'failed', why, hazard: 'J90' }
    : { verdict: 'failed', why };

/** A clock and a random number are other in each run: what two runs of the state before disagree about shows nothing. */
async function judgeAgain(
  runner: Runner,
  change: Change,
  family: Family,
  old: Scripts,
  after: Loads,
): Promise<Compared> {
  await runner.stage.show('before');
  const runs: Loads[] = [];
  for (let i = 0; i < 2; i++) runs.push(...(await loadAll(runner, change.before, old, [family])));
  await runner.stage.show('after');
  const [first, second] = runs as [Loads, Loads];
  const cleaned = (side: Loads): Loads =>
    new Map(
      [...side].map(([entry, one]) => {
        const [a, b] = [first.get(entry), second.get(entry)];
        if ('why' in one || !a || !b || 'why' in a || 'why' in b) return [entry, one];
        return [entry, withoutPlaces(one, unstablePlaces(a, b))];
      }),
    );
  return judgeLoads(cleaned(first), cleaned(after));
}
