import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { translateGlob } from '../../src/workspace/compile-glob.ts';
import { joinPath } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { type Followed, follow, type Ground } from './hops.ts';
import type { Pipeline, Weakness } from './lanes.ts';
import { holdsSomewhere, type Matrix, matrixOf, NO_MATRIX, variants } from './read-matrix.ts';

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
}

/** What GitHub's workflows run on pull requests, reusable workflows and composite actions of the repository included. */
export function readGithub(view: View): Pipeline {
  const state: State = { view, all: { runs: [], opaque: [] }, broken: [] };
  const files = view.files
    .filter(({ path, state: kind }) => kind === 'text' && WORKFLOWS.test(path))
    .map(({ path }) => path);
  for (const path of files) {
    const source = open(state, path);
    if (source) workflow(state, source, triggerOf(view, source.root), [path]);
  }
  return { ...state.all, broken: state.broken, files };
}

function open({ view, broken }: State, path: string): Source | null {
  const counter = new LineCounter();
  const document = parseDocument(view.text(path), { lineCounter: counter, merge: true, maxAliasCount: 1_000 } as never);
  const [error] = document.errors;
  if (error || !isMap(document.contents)) {
    broken.push({ path, reason: error ? error.message.split('\n')[0]! : 'it is no map' });
    return null;
  }
  const lineOf = (node: unknown): number => {
    const range = (node as Node | null)?.range;
    return range ? counter.linePos(range[0]).line : 1;
  };
  return { path, root: document.contents, lineOf };
}

const EVENTS = ['pull_request', 'pull_request_target', 'merge_group'];

/** Null where pull requests do not start the workflow at all; else what narrows that. */
function triggerOf(view: View, root: YAMLMap): Weakness[] | null {
  // YAML 1.1 reads the key `on` as true.
  const on: unknown = root.get('on') ?? root.get(true);
  if (!isMap(on)) return (strings(on) ?? [String(on)]).some((name) => EVENTS.includes(name)) ? [] : null;
  const name = EVENTS.find((one) => on.has(one));
  if (name === undefined) return null;
  const event: unknown = on.get(name);
  if (!isMap(event)) return [];
  const types = strings(event.get('types'));
  const filters = [strings(event.get('paths')), strings(event.get('paths-ignore'))] as const;
  return [
    ...(sees(view, SOURCES, ...filters) ? [] : [pathWeakness(sees(view, MANIFESTS, ...filters))]),
    ...(types === null || types.includes('synchronize') || types.includes('opened')
      ? []
      : [{ kind: 'conditional', why: 'only on certain events of a pull request' } as const]),
  ];
}

function workflow(state: State, source: Source, trigger: Weakness[] | null, seen: readonly string[]): void {
  if (trigger === null) return;
  const { root } = source;
  const env = envOf(root.get('env'));
  const dir = workingDirectory(root.get('defaults'));
  const jobs: unknown = root.get('jobs');
  if (!isMap(jobs)) return;
  for (const { value } of jobs.items)
    if (isMap(value)) job(state, source, value, { env, dir, weak: trigger, seen, matrix: NO_MATRIX });
}

/** `${{ env.X }}` as GitHub fills it in, where the workflow says the value; one that nobody sets is empty. */
const withVariables = (script: string, env: Readonly<Record<string, string | null>>): string =>
  script.replace(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(env, name) ? env[name]! : '';
    return value === null || value.includes('${{') ? whole : value;
  });

interface Outer {
  readonly env: Readonly<Record<string, string | null>>;
  readonly dir: string | null;
  readonly weak: readonly Weakness[];
  readonly seen: readonly string[];
  readonly matrix: Matrix;
}

function job(state: State, source: Source, node: YAMLMap, outer: Outer): void {
  const matrix = matrixOf(node);
  const weak = [...outer.weak, ...weaknessOf(node, matrix)];
  const env = { ...outer.env, ...envOf(node.get('env')) };
  const dir = workingDirectory(node.get('defaults')) ?? outer.dir;
  const uses = text(node.get('uses'));
  const place = { path: source.path, line: source.lineOf(node) };
  if (uses !== null) {
    reusable(state, uses, { env: {}, dir: null, weak, seen: outer.seen, matrix }, place);
    return;
  }
  // Variables that a step writes for those behind it.
  const later: Record<string, string | null> = {};
  const steps: unknown = node.get('steps');
  for (const item of isSeq(steps) ? steps.items : [])
    if (isMap(item)) step(state, source, item, { ...outer, env: { ...env, ...later }, dir, weak, matrix }, later);
}

function reusable(state: State, uses: string, outer: Outer, place: Ground['place']): void {
  const path = uses.startsWith('./') ? uses.slice(2) : null;
  if (path === null || state.view.file(path)?.state !== 'text') {
    state.all.opaque.push({ what: `the workflow ${uses}`, place });
    return;
  }
  if (outer.seen.includes(path)) return;
  const source = open(state, path);
  if (source) workflow(state, source, [...outer.weak], [...outer.seen, path]);
}

function step(state: State, source: Source, node: YAMLMap, outer: Outer, later: Record<string, string | null>): void {
  const weak = [...outer.weak, ...weaknessOf(node)];
  const env = { ...outer.env, ...envOf(node.get('env')) };
  const own = text(node.get('working-directory'));
  const base = own ?? outer.dir;
  const dir = base === null ? '' : /\$\{\{/.test(base) ? null : (joinPath('', base) ?? null);
  const run: unknown = node.get('run', true);
  if (isScalar(run)) {
    const script = withVariables(String(run.value ?? ''), env);
    const block = run.type === 'BLOCK_LITERAL' || run.type === 'BLOCK_FOLDED';
    const ground: Ground = { dir, env, weak, place: { path: source.path, line: source.lineOf(run) + (block ? 1 : 0) } };
    for (const variant of variants(script, outer.matrix)) add(state, follow(state.view, variant, ground));
    for (const [, name, value] of script.matchAll(
      /echo\s+["']?([A-Z_][A-Z0-9_]*)=([^"'\n]*?)["']?\s*>>\s*["']?\$\{?GITHUB_ENV/g,
    ))
      later[name!] = value!;
    return;
  }
  const uses = text(node.get('uses'));
  if (uses !== null) action(state, source, uses, node, { ...outer, env, dir, weak });
}

function action(state: State, source: Source, uses: string, node: YAMLMap, outer: Outer): void {
  const place = { path: source.path, line: source.lineOf(node) };
  if (uses.startsWith('./')) {
    composite(state, uses.slice(2).replace(/\/$/, ''), outer, place);
    return;
  }
  const inputs = envOf(node.get('with'));
  const known = KNOWN_ACTIONS.find(([pattern]) => pattern.test(uses));
  if (known)
    for (const variant of variants(known[1](inputs), outer.matrix))
      add(state, follow(state.view, variant, { dir: outer.dir, env: outer.env, weak: outer.weak, place }));
}

type Inputs = Readonly<Record<string, string | null>>;

/** Actions that run a tool; installers (`taiki-e/install-action`, `dtolnay/rust-toolchain`) run none. */
const KNOWN_ACTIONS: readonly (readonly [RegExp, (inputs: Inputs) => string])[] = [
  [
    /^EmbarkStudios\/cargo-deny-action@/i,
    (inputs) =>
      `${inputs['manifest-path'] ? `cargo deny --manifest-path ${inputs['manifest-path']}` : 'cargo deny'} ${inputs.arguments ?? ''} ${inputs.command ?? 'check'}`,
  ],
  [/^(?:rustsec\/audit-check|actions-rs\/audit-check|actions-rust-lang\/audit)@/i, () => 'cargo audit'],
  [
    /^(?:actions-rs|clechasseur|giraffate|auguwu)\/(?:clippy-check|rs-clippy-check|clippy-action)@/i,
    (inputs) => `cargo clippy ${inputs.args ?? inputs.clippy_flags ?? ''}`,
  ],
  [
    /^(?:actions-rs|clechasseur)\/(?:cargo|rs-cargo)@/i,
    (inputs) => `cargo ${inputs.command ?? ''} ${inputs.args ?? ''}`,
  ],
  [/^actions-rust-lang\/rustfmt@/i, () => 'cargo fmt --all -- --check'],
  [/^extractions\/setup-just@/i, () => ''],
];

function composite(state: State, folder: string, outer: Outer, place: Ground['place']): void {
  const path = ['action.yml', 'action.yaml']
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .find((one) => state.view.file(one)?.state === 'text');
  if (path === undefined) {
    state.all.opaque.push({ what: `the action ./${folder}`, place });
    return;
  }
  if (outer.seen.includes(path)) return;
  const source = open(state, path);
  const runs: unknown = source?.root.get('runs');
  const steps: unknown = isMap(runs) ? runs.get('steps') : null;
  if (!source || !isSeq(steps)) return;
  const later: Record<string, string | null> = {};
  for (const item of steps.items)
    if (isMap(item))
      step(state, source, item, { ...outer, seen: [...outer.seen, path], env: { ...outer.env, ...later } }, later);
}

function weaknessOf(node: YAMLMap, matrix = NO_MATRIX): Weakness[] {
  const weak: Weakness[] = [];
  const goes = node.get('continue-on-error');
  if (goes === true || String(goes) === 'true') weak.push({ kind: 'advisory', why: '`continue-on-error: true`' });
  else if (typeof goes === 'string' && goes.includes('${{') && !holdsSomewhere(goes, matrix))
    weak.push({ kind: 'conditional', why: `continue-on-error: ${goes}` });
  const condition = String(node.get('if') ?? '')
    .replace(/^\$\{\{\s*|\s*\}\}$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (condition === 'false') weak.push({ kind: 'never', why: '`if: false`' });
  else if (/^[^|]*github\.event_name\s*!=\s*'pull_request'[^|]*$/.test(condition))
    weak.push({ kind: 'never', why: `on pull requests: if: ${condition}` });
  else if (/github\.event_name\s*==\s*'(?!pull_request)[^']*'/.test(condition) && !/pull_request/.test(condition))
    weak.push({ kind: 'never', why: `on pull requests: if: ${condition}` });
  else if (
    /github\.ref\s*==\s*'refs\/heads\/|startsWith\(github\.ref,\s*'refs\/tags/.test(condition) &&
    !/\|\|/.test(condition)
  )
    weak.push({ kind: 'never', why: `on pull requests: if: ${condition}` });
  else if (/\b(?:needs|steps)\.[\w-]+\.outputs\b/.test(condition))
    weak.push({ kind: 'unclear', why: `if: ${condition}` });
  else if (condition !== '' && !ALWAYS.test(condition)) weak.push({ kind: 'conditional', why: `if: ${condition}` });
  return weak;
}

/** Conditions that hold on a pull request as far as this repository goes. */
const ALWAYS =
  /^(?:always\(\)|success\(\)|!cancelled\(\)|!\s*github\.event\.pull_request\.draft|github\.event\.pull_request\.draft\s*==\s*false|github\.event_name\s*==\s*'pull_request'|github\.repository(?:_owner)?\s*==\s*'[^']*'|github\.event_name\s*!=\s*'(?!pull_request)[^']*'|runner\.os\s*==\s*'[^']*'|matrix\.[\w.-]+(?:\s*[=!]=\s*(?:'[^']*'|true|false))?)$/;

function envOf(node: unknown): Record<string, string | null> {
  if (!isMap(node)) return {};
  return Object.fromEntries(
    node.items.flatMap(({ key, value }): [string, string | null][] => {
      const name = isScalar(key) ? String(key.value) : null;
      const said = isScalar(value) ? String(value.value ?? '') : null;
      return name === null ? [] : [[name, said]];
    }),
  );
}

function workingDirectory(defaults: unknown): string | null {
  const run: unknown = isMap(defaults) ? defaults.get('run') : null;
  return isMap(run) ? text(run.get('working-directory')) : null;
}

/** A list, or the one element that stands for it. */
function strings(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  return isSeq(value) ? value.items.map((item) => String(isScalar(item) ? item.value : item)) : null;
}

const pathWeakness = (seesManifests: boolean): Weakness => ({
  kind: 'conditional',
  why: 'its path filter leaves Rust sources or manifests out',
  ...(seesManifests ? { seesManifests: true } : {}),
});

const SOURCES = /(?:\.rs|(?:^|\/)Cargo\.toml)$/;
/** Where dependencies are said: the lock file where it is committed. */
const MANIFESTS = /(?:^|\/)Cargo\.lock$/;

/** Whether a change to any file of a kind starts the workflow: later patterns win, `!` takes back. */
function sees(view: View, kind: RegExp, paths: readonly string[] | null, ignored: readonly string[] | null): boolean {
  const own = gateFiles(view, kind);
  const files = own.length > 0 || kind === SOURCES ? own : gateFiles(view, /(?:^|\/)Cargo\.toml$/);
  if (ignored !== null) return !files.some((path) => lastMatch(ignored, path));
  return paths === null || files.every((path) => lastMatch(paths, path));
}

const gateFiles = (view: View, kind: RegExp): string[] =>
  view.files
    .filter(
      ({ path }) =>
        kind.test(path) && !isFixture(path) && !/(?:^|\/)(?:tests?|fuzz)\/.*Cargo\.(?:toml|lock)$/.test(path),
    )
    .map(({ path }) => path);

const lastMatch = (patterns: readonly string[], path: string): boolean =>
  patterns.reduce((hit, pattern) => {
    const taken = pattern.startsWith('!');
    const glob = new RegExp(`^${translateGlob(taken ? pattern.slice(1) : pattern)}$`, 'su');
    return glob.test(path) ? !taken : hit;
  }, false);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function add({ all }: State, more: Followed): void {
  all.runs.push(...more.runs);
  all.opaque.push(...more.opaque);
}
