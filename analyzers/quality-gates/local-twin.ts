import type { View } from '../../src/workspace/view.ts';
import { type Service, servicesOf } from './classify.ts';
import { follow, nearest, noxSessions } from './hops.ts';
import { readJustfile } from './just/read-justfile.ts';
import type { Lane, Run } from './lanes.ts';
import { readMakefile } from './read-makefile.ts';

/** Whether a task that people run (`just lint`) is what CI runs for a lane. */
export interface LocalTwin {
  /** `none`: there is no such task, or CI holds nobody; `unknown`: one of the two is computed. */
  readonly verdict: 'same' | 'differs' | 'none' | 'unknown';
  /** The task, as it is typed, and what it runs. */
  readonly task: string | null;
  readonly local: Side | null;
  readonly ci: Side | null;
  /** What one of the two says and the other does not. */
  readonly differences: readonly string[];
}

interface Side {
  readonly command: string;
  readonly place: Run['place'];
}

export interface TaskService {
  readonly task: string;
  readonly service: Service;
}

/** What the tasks of the repository do for lanes: recipes of just, targets of make, sessions of nox, scripts of npm. */
export function taskServices(view: View): TaskService[] {
  return tasks(view).flatMap(({ task, place }) => {
    const { runs } = follow(view, task, { dir: '', env: {}, place, weak: [] });
    return runs.flatMap((run) => servicesOf(view, run)).map((service) => ({ task, service }));
  });
}

interface Task {
  readonly task: string;
  readonly place: Run['place'];
}

function tasks(view: View): Task[] {
  return [...justTasks(view), ...makeTasks(view), ...noxTasks(view), ...scriptTasks(view)];
}

function justTasks(view: View): Task[] {
  const path = nearest(view, '', ['justfile', 'Justfile', '.justfile']);
  const justfile = path === null ? null : readJustfile(view, path);
  return [...(justfile?.recipes.values() ?? [])].map((recipe) => ({
    task: `just ${recipe.name}`,
    place: { path: recipe.path, line: recipe.line },
  }));
}

function makeTasks(view: View): Task[] {
  const path = nearest(view, '', ['GNUmakefile', 'makefile', 'Makefile']);
  if (path === null) return [];
  return [...readMakefile(view.text(path)).rules]
    .filter(([name]) => /^\w[\w-]*$/.test(name))
    .map(([name, { line }]) => ({ task: `make ${name}`, place: { path, line } }));
}

function noxTasks(view: View): Task[] {
  const path = nearest(view, '', ['noxfile.py']);
  if (path === null) return [];
  return noxSessions(view.text(path)).map(({ name, line }) => ({ task: `nox -s ${name}`, place: { path, line } }));
}

function scriptTasks(view: View): Task[] {
  const path = nearest(view, '', ['package.json']);
  if (path === null) return [];
  const names = [...view.text(path).matchAll(/"([\w:-]+)"\s*:\s*"[^"]*\bcargo\b/g)].map(([, name]) => name!);
  return names.map((name) => ({ task: `npm run ${name}`, place: { path, line: 1 } }));
}

const TASK_FILE = /(?:^|\/)(?:\.?justfile|[^/]*\.just|GNUmakefile|Makefile|noxfile\.py|package\.json)$/i;

const NONE: LocalTwin = { verdict: 'none', task: null, local: null, ci: null, differences: [] };

/** @param inCi what CI runs for the lane; only what holds pull requests is compared */
export function localTwin(lane: Lane, inCi: readonly Service[], local: readonly TaskService[]): LocalTwin {
  const enforced = inCi.filter((one) => one.lane === lane && one.weak.length === 0);
  const ofLane = local.filter(({ service }) => service.lane === lane && !isMending(service));
  if (enforced.length === 0 || ofLane.length === 0) return NONE;
  // CI that runs the task itself runs the same by its making.
  const through = enforced.find(({ run }) => TASK_FILE.test(run.place.path));
  const equal = ofLane.find((one) => enforced.some((other) => differing(one.service, other).length === 0));
  const best =
    equal ?? ofLane.find((one) => one.service.run.place.path === through?.run.place.path) ?? named(lane, ofLane);
  const other = through ?? closest(best.service, enforced);
  const sides = { task: best.task, local: sideOf(best.service), ci: sideOf(other) };
  if (through !== undefined || equal !== undefined) return { verdict: 'same', ...sides, differences: [] };
  if (isComputed(best.service) || isComputed(other)) return { verdict: 'unknown', ...sides, differences: [] };
  return { verdict: 'differs', ...sides, differences: differing(best.service, other) };
}

/** `cargo fmt` of a recipe that fixes is not a gate. */
const isMending = ({ lane, run }: Service): boolean => lane === 'fmt' && !run.words.includes('--check');

const isComputed = ({ crates, run }: Service): boolean =>
  crates === null || run.words.some((word) => /^-.*[$`]|^[$`]/.test(word));

const sideOf = ({ run }: Service): Side => ({ command: run.words.join(' '), place: run.place });

/** The task whose name says the lane, else the first. */
const named = (lane: Lane, ofLane: readonly TaskService[]): TaskService =>
  ofLane.find(({ task }) => NAMES[lane].test(task)) ?? ofLane[0]!;

const NAMES: Readonly<Record<Lane, RegExp>> = {
  clippy: /\b(?:clippy|lint)\b/,
  fmt: /fmt|format/,
  nextest: /\b(?:nextest|test)\b/,
  test: /\btests?\b/,
  doctest: /\b(?:doc-?tests?|test)\b/,
  deny: /deny/,
  audit: /audit/,
};

/** Other crates weigh most. */
function closest(mine: Service, enforced: readonly Service[]): Service {
  const distance = (other: Service): number => {
    const [crates, others] = [mine.crates ?? [], other.crates ?? []];
    const apart =
      crates.filter((name) => !others.includes(name)).length + others.filter((name) => !crates.includes(name)).length;
    return differing(mine, other).length + 10 * apart;
  };
  return [...enforced].sort((a, b) => distance(a) - distance(b))[0]!;
}

/** What differs in what is judged: crates, targets, features, levels, and whether it may fail. */
function differing(local: Service, ci: Service): string[] {
  const [mine, theirs] = [optionsOf(local), optionsOf(ci)];
  const crates = (service: Service): string => [...(service.crates ?? [])].sort().join(' ');
  return [
    ...(crates(local) === crates(ci) ? [] : [`other crates (${size(local)} of them here, ${size(ci)} in CI)`]),
    ...(local.weak.length === 0 ? [] : [`here ${local.weak[0]!.why}`]),
    ...theirs.filter((one) => !mine.includes(one)).map((one) => `CI has ${one}`),
    ...mine.filter((one) => !theirs.includes(one)).map((one) => `the task has ${one}`),
  ];
}

const size = ({ crates }: Service): string => (crates === null ? 'some' : String(crates.length));

/** Options that change how the run looks, or that say the crates, which are compared by name. */
const SILENT =
  /^(?:--(?:locked|frozen|offline|verbose|quiet|color|message-format|no-fail-fast|keep-going|jobs|workspace|all|package|exclude|manifest-path|profile|check|no-deps|no-tests|config|retries)(?:=|$)|-[vqjpP]|\+)/;
const VALUED =
  /^(?:--(?:color|message-format|jobs|package|exclude|manifest-path|profile|features|target|config|retries|no-tests)|-[jpFP])$/;

/** What the command judges, an option and its value as one; levels behind `--` count for clippy. */
function optionsOf({ lane, run }: Service): string[] {
  const end = run.words.includes('--') ? run.words.indexOf('--') : run.words.length;
  const args = run.words.slice(1, end);
  const found = args.flatMap((word, i) => {
    if (!word.startsWith('-') || SILENT.test(word)) return [];
    const value = VALUED.test(word) ? args[i + 1] : undefined;
    return [value === undefined ? word : `${word}=${value}`];
  });
  const levels = lane === 'clippy' ? levelsBehind(run.words.slice(end + 1)) : [];
  return [...new Set([...found, ...levels])].sort();
}

/** `-D x` and `-Dx` as one form; `warnings` is compared by whether the command may fail. */
function levelsBehind(words: readonly string[]): string[] {
  const joined = words.map((word, i) => (/^-[ADFW]$/.test(word) ? `${word}${words[i + 1] ?? ''}` : word));
  return joined.filter((word) => /^-[ADFW]./.test(word) && !/^-[DF]warnings$/.test(word));
}
