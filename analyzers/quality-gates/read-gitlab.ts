import type { View } from '../../src/workspace/view.ts';
import { yamlDocument } from '../../src/workspace/yaml-document.ts';
import { type Followed, follow } from './hops.ts';
import type { Opaque, Pipeline, Weakness } from './lanes.ts';

const FILE = '.gitlab-ci.yml';
const WORDS = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'pages',
  'spec',
]);

type Job = Readonly<Record<string, unknown>>;

/** What GitLab CI runs in merge request pipelines: jobs with `extends`, anchors and local includes. */
export function readGitlab(view: View): Pipeline {
  if (view.file(FILE)?.state !== 'text') return { runs: [], opaque: [], broken: [], files: [] };
  const loaded: Loaded = { files: [], jobs: new Map(), shared: {}, opaque: [], broken: [] };
  load(view, FILE, loaded);
  const jobs = [...loaded.jobs].filter(([name]) => !name.startsWith('.'));
  const followed = jobs.map(([, job]) => followJob(view, job, loaded));
  return {
    runs: followed.flatMap(({ runs }) => runs),
    opaque: [...loaded.opaque, ...followed.flatMap(({ opaque }) => opaque)],
    broken: loaded.broken,
    files: loaded.files,
  };
}

interface Placed {
  readonly job: Job;
  readonly path: string;
  readonly line: number;
}

interface Loaded {
  readonly files: string[];
  readonly jobs: Map<string, Placed>;
  readonly shared: Record<string, string | null>;
  readonly opaque: Opaque[];
  readonly broken: { readonly path: string; readonly reason: string }[];
}

function load(view: View, path: string, loaded: Loaded): void {
  if (loaded.files.includes(path)) return;
  loaded.files.push(path);
  const text = view.text(path);
  const { document } = yamlDocument(text);
  const [error] = document.errors;
  if (error) {
    loaded.broken.push({ path, reason: error.message.split('\n')[0]! });
    return;
  }
  const table = (document.toJSON() ?? {}) as Readonly<Record<string, unknown>>;
  for (const { local, what } of includesOf(table.include))
    if (local !== null && view.file(local)?.state === 'text') load(view, local, loaded);
    else loaded.opaque.push({ what: `include of ${what}`, place: { path, line: 1 } });
  Object.assign(loaded.shared, variables(table.variables));
  for (const [name, job] of Object.entries(table))
    if (!WORDS.has(name) && isTable(job))
      loaded.jobs.set(name, { job: merged(loaded.jobs.get(name)?.job ?? {}, job), path, line: lineOf(text, name) });
}

function followJob(view: View, { job, path, line }: Placed, { jobs, shared }: Loaded): Followed {
  const whole = extended(job, jobs, []);
  const script = [...strings(whole.before_script), ...strings(whole.script)].join('\n');
  const env = { ...shared, ...variables(whole.variables) };
  const inner = follow(view, script, { dir: '', env, place: { path, line }, weak: weaknessOf(whole) });
  // A list of lines has no line of its own here: the job's stands for all.
  const runs = inner.runs.map((run) => (run.place.path === path ? { ...run, place: { path, line } } : run));
  return { runs, opaque: inner.opaque };
}

const lineOf = (text: string, name: string): number =>
  text
    .slice(0, Math.max(0, text.search(new RegExp(`^["']?${name.replace(/[^\w-]/g, '\\$&')}["']?\\s*:`, 'm'))))
    .split('\n').length;

function includesOf(include: unknown): { readonly local: string | null; readonly what: string }[] {
  const list = Array.isArray(include) ? include : include === undefined ? [] : [include];
  return list.map((one) => {
    const local =
      typeof one === 'string' ? (/^https?:/.test(one) ? null : one) : (one as { readonly local?: unknown })?.local;
    const path = typeof local === 'string' ? local.replace(/^\//, '') : null;
    return { local: path, what: path ?? JSON.stringify(one) };
  });
}

/** A job with what it inherits. Of several bases the last one wins: https://docs.gitlab.com/ci/yaml/#extends. */
function extended(job: Job, jobs: ReadonlyMap<string, { readonly job: Job }>, seen: readonly string[]): Job {
  const names = strings(job.extends).filter((name) => jobs.has(name) && !seen.includes(name));
  const bases = names.map((name) => extended(jobs.get(name)!.job, jobs, [...seen, name]));
  return [...bases, job].reduce(merged, {});
}

/** As GitLab merges jobs: tables key by key at every depth, lists and values whole. */
const merged = (earlier: Job, later: Job): Job => {
  const both = Object.entries(later).map(([key, value]) => {
    const before = earlier[key];
    return [key, isTable(before) && isTable(value) ? merged(before, value) : value];
  });
  return { ...earlier, ...Object.fromEntries(both) };
};

const isTable = (value: unknown): value is Job => typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
  (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flat(4) : []).filter(
    (one): one is string => typeof one === 'string',
  );

const variables = (value: unknown): Record<string, string | null> =>
  isTable(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, variable]) => [name, typeof variable === 'object' ? null : String(variable)]),
      )
    : {};

function weaknessOf(job: Job): Weakness[] {
  const weak: Weakness[] = [];
  if (job.allow_failure === true) weak.push({ kind: 'advisory', why: '`allow_failure: true`' });
  if (job.when === 'manual') weak.push({ kind: 'advisory', why: '`when: manual`' });
  if (job.when === 'never') weak.push({ kind: 'never', why: '`when: never`' });
  const rules = Array.isArray(job.rules) ? (job.rules as Readonly<Record<string, unknown>>[]) : null;
  if (rules) {
    const merge = rules.find((rule) => /merge_request/.test(String(rule?.if ?? '')));
    const open = rules.find((rule) => rule && rule.if === undefined && rule.when !== 'never');
    const rule = merge ?? open;
    if (!rule || rule.when === 'never')
      weak.push({ kind: 'never', why: 'on merge requests: its rules leave them out' });
    else if (rule.changes !== undefined) weak.push({ kind: 'conditional', why: 'only where certain paths change' });
    else if (rule.allow_failure === true || rule.when === 'manual')
      weak.push({ kind: 'advisory', why: 'its rule for merge requests stops nobody' });
  }
  const only = strings((job.only as Job)?.refs ?? job.only);
  if (only.length > 0 && !only.includes('merge_requests'))
    weak.push({ kind: 'never', why: `on merge requests: only: ${only.join(', ')}` });
  return weak;
}
