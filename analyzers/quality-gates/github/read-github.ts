import type { YAMLMap } from 'yaml';
import { joinPath } from '../../../src/workspace/manifest-files.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isMap, isScalar, isSeq, yamlDocument } from '../../../src/workspace/yaml-document.ts';
import { type Followed, follow, type Ground } from '../hops.ts';
import type { Pipeline, Weakness } from '../lanes.ts';
import { commandOf } from './actions.ts';
import { type Context, callOf, filledValues, givenInputs, inputsOf, lookupIn, weaknessOf } from './context.ts';
import { fill, type Outcome } from './evaluate.ts';
import { combinationsOf } from './matrix.ts';
import { triggerOf } from './triggers.ts';

const WORKFLOWS = /^\.github\/workflows\/[^/]+\.ya?ml$/;

interface Source {
  readonly path: string;
  readonly root: YAMLMap;
  readonly lineOf: (node: unknown) => number;
}

interface State {
  readonly view: View;
  readonly all: Followed;
  readonly broken: { path: string; reason: string }[];
  readonly opened: Map<string, Source | null>;
  /** What was followed already: the jobs of a matrix run mostly the same. */
  readonly done: Set<string>;
}

/** What GitHub's workflows run on pull requests, reusable workflows and composite actions of the repository included. */
export function readGithub(view: View): Pipeline {
  const state: State = { view, all: { runs: [], opaque: [] }, broken: [], opened: new Map(), done: new Set() };
  const files = view.files
    .filter(({ path, state: kind }) => kind === 'text' && WORKFLOWS.test(path))
    .map(({ path }) => path);
  for (const path of files) {
    const source = open(state, path);
    const trigger = source ? triggerOf(view, source.root) : null;
    if (source && trigger) workflow(state, source, { ...trigger, inputs: new Map(), seen: [path] });
  }
  return { ...state.all, broken: state.broken, files };
}

function open(state: State, path: string): Source | null {
  const before = state.opened.get(path);
  if (before !== undefined) return before;
  const source = read(state, path);
  state.opened.set(path, source);
  return source;
}

function read({ view, broken }: State, path: string): Source | null {
  const { document, lineOf } = yamlDocument(view.text(path));
  const [error] = document.errors;
  if (error || !isMap(document.contents)) {
    broken.push({ path, reason: error ? error.message.split('\n')[0]! : 'it is not a map' });
    return null;
  }
  return { path, root: document.contents, lineOf };
}

/** What a workflow is started with. */
interface Start {
  readonly events: readonly string[];
  readonly pushes: boolean;
  readonly weak: readonly Weakness[];
  readonly inputs: Context['inputs'];
  readonly seen: readonly string[];
}

/** What holds around a job or step. */
interface Outer {
  readonly context: Context;
  readonly dir: string | null;
  readonly weak: readonly Weakness[];
  readonly seen: readonly string[];
}

function workflow(state: State, source: Source, { events, pushes, weak, inputs, seen }: Start): void {
  const jobs: unknown = source.root.get('jobs');
  if (!isMap(jobs)) return;
  const bare: Context = {
    events,
    pushes,
    inputs,
    env: {},
    combination: new Map(),
    jobs,
    workflowOf: calledIn(state),
    steps: null,
    runner: '',
  };
  const context = { ...bare, env: filledValues(source.root.get('env'), bare) };
  const dir = workingDirectory(source.root.get('defaults'));
  for (const { key, value } of jobs.items)
    if (isMap(value)) {
      const before = skippedBefore(context, value, [String(isScalar(key) ? key.value : '')]);
      for (const combination of combinationsOf(value))
        job(state, source, value, {
          context: { ...context, combination, steps: value.get('steps'), runner: String(value.get('runs-on') ?? '') },
          dir,
          weak: [...weak, ...before],
          seen,
        });
    }
}

/** A job is skipped with one that it needs, unless its own condition says that it runs always. */
function skippedBefore(context: Context, node: YAMLMap, seen: readonly string[]): Weakness[] {
  if (/\balways\(\)|cancelled\(\)|failure\(\)/.test(String(node.get('if') ?? ''))) return [];
  const needed: unknown = node.get('needs', true);
  const names = isSeq(needed) ? needed.items.map((item) => String(isScalar(item) ? item.value : '')) : [];
  const needs = isScalar(needed) ? [String(needed.value)] : names;
  for (const name of needs.filter((one) => !seen.includes(one))) {
    const other: unknown = context.jobs?.get(name);
    if (!isMap(other)) continue;
    const never = weaknessOf(other, context).find(({ kind }) => kind === 'never');
    const weak = never ? [never] : skippedBefore(context, other, [...seen, name]);
    if (weak.length > 0) return weak;
  }
  return [];
}

function job(state: State, source: Source, node: YAMLMap, outer: Outer): void {
  const { context } = outer;
  const weak = [...outer.weak, ...weaknessOf(node, context)];
  const env = { ...context.env, ...filledValues(node.get('env'), context) };
  const dir = workingDirectory(node.get('defaults')) ?? outer.dir;
  const uses = text(node.get('uses'));
  const place = { path: source.path, line: source.lineOf(node) };
  if (uses !== null) {
    reusable(state, uses, node, { ...outer, weak }, place);
    return;
  }
  // Variables that a step writes for those behind it.
  const later: Record<string, string | null> = {};
  for (const item of isSeq(context.steps) ? context.steps.items : [])
    if (isMap(item))
      step(state, source, item, { ...outer, context: { ...context, env: { ...env, ...later } }, dir, weak }, later);
}

/** The path behind `./` (of the workspace) or `$/` (of the repository at the commit that runs); null for another repository. */
const inRepository = (uses: string): string | null => (/^[.$]\//.test(uses) ? uses.slice(2) : null);

function workflowPath({ view }: State, uses: string): string | null {
  const path = inRepository(uses);
  return path !== null && view.file(path)?.state === 'text' ? path : null;
}

/** A workflow that a job calls, by what it `uses`. */
const calledIn =
  (state: State): Context['workflowOf'] =>
  (uses) => {
    const path = workflowPath(state, uses);
    return path === null ? null : (open(state, path)?.root ?? null);
  };

function reusable(state: State, uses: string, node: YAMLMap, outer: Outer, place: Ground['place']): void {
  const { context, weak, seen } = outer;
  const path = workflowPath(state, uses);
  if (path === null) {
    opaque(state, `the workflow ${uses}`, place);
    return;
  }
  if (seen.includes(path)) return;
  const source = open(state, path);
  if (!source) return;
  const inputs = inputsOf(callOf(source.root)?.get('inputs'), givenInputs(node.get('with'), context));
  workflow(state, source, { events: context.events, pushes: context.pushes, weak, inputs, seen: [...seen, path] });
}

function step(state: State, source: Source, node: YAMLMap, outer: Outer, later: Record<string, string | null>): void {
  const weak = [...outer.weak, ...weaknessOf(node, outer.context)];
  const env = { ...outer.context.env, ...filledValues(node.get('env'), outer.context) };
  const context = { ...outer.context, env };
  const workingDir = text(node.get('working-directory')) ?? outer.dir;
  const base = workingDir === null ? null : fill(workingDir, lookupIn(context));
  const dir = base === null ? '' : /\$\{\{/.test(base) ? null : (joinPath('', base) ?? null);
  const run: unknown = node.get('run', true);
  if (isScalar(run)) {
    const script = fill(String(run.value ?? ''), lookupIn(context));
    const block = run.type === 'BLOCK_LITERAL' || run.type === 'BLOCK_FOLDED';
    const place = { path: source.path, line: source.lineOf(run) + (block ? 1 : 0) };
    add(state, script, { dir, env, weak, place });
    for (const [, name, value] of script.matchAll(
      /echo\s+["']?([A-Z_][A-Z0-9_]*)=([^"'\n]*?)["']?\s*>>\s*["']?\$\{?GITHUB_ENV/g,
    ))
      later[name!] = value!;
    return;
  }
  const uses = text(node.get('uses'));
  if (uses !== null) action(state, source, uses, node, { ...outer, context, dir, weak });
}

function action(state: State, source: Source, uses: string, node: YAMLMap, outer: Outer): void {
  const place = { path: source.path, line: source.lineOf(node) };
  const given: unknown = node.get('with');
  const folder = inRepository(uses);
  if (folder !== null) {
    composite(state, folder.replace(/\/$/, ''), givenInputs(given, outer.context), outer, place);
    return;
  }
  const command = commandOf(uses, filledValues(given, outer.context));
  if (command !== null) add(state, command, { dir: outer.dir, env: outer.context.env, weak: outer.weak, place });
}

function composite(
  state: State,
  folder: string,
  given: ReadonlyMap<string, Outcome>,
  outer: Outer,
  place: Ground['place'],
): void {
  const path = ['action.yml', 'action.yaml']
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .find((one) => state.view.file(one)?.state === 'text');
  if (path === undefined) {
    opaque(state, `the action ./${folder}`, place);
    return;
  }
  if (outer.seen.includes(path)) return;
  const source = open(state, path);
  const runs: unknown = source?.root.get('runs');
  const steps: unknown = isMap(runs) ? runs.get('steps') : null;
  if (!source || !isSeq(steps)) return;
  const later: Record<string, string | null> = {};
  const inner = { ...outer.context, inputs: inputsOf(source.root.get('inputs'), given), steps };
  const seen = [...outer.seen, path];
  for (const item of steps.items)
    if (isMap(item))
      step(state, source, item, { ...outer, seen, context: { ...inner, env: { ...inner.env, ...later } } }, later);
}

function workingDirectory(defaults: unknown): string | null {
  const run: unknown = isMap(defaults) ? defaults.get('run') : null;
  return isMap(run) ? text(run.get('working-directory')) : null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function add(state: State, script: string, ground: Ground): void {
  const key = JSON.stringify([script, ground]);
  if (state.done.has(key)) return;
  state.done.add(key);
  const more = follow(state.view, script, ground);
  state.all.runs.push(...more.runs);
  state.all.opaque.push(...more.opaque);
}

function opaque({ all }: State, what: string, place: Ground['place']): void {
  if (!all.opaque.some((one) => one.what === what && one.place.line === place.line && one.place.path === place.path))
    all.opaque.push({ what, place });
}
