import type { YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from '../../../src/workspace/yaml-document.ts';
import type { Weakness } from '../lanes.ts';
import { condition, doubt, fill, known, type Lookup, type Outcome, truthy } from './evaluate.ts';
import { type Combination, matrixValue } from './matrix.ts';

/** What expressions of a job or step are about. */
export interface Context {
  readonly events: readonly string[];
  /** A push to a branch of the repository itself starts the workflow too. */
  readonly pushes: boolean;
  readonly env: Readonly<Record<string, string | null>>;
  readonly inputs: ReadonlyMap<string, Outcome>;
  readonly combination: Combination;
  /** All jobs of the workflow, and the steps around the expression. */
  readonly jobs: YAMLMap | null;
  /** The workflow of the repository that a job `uses`; null for any other. */
  readonly workflowOf: (uses: string) => YAMLMap | null;
  readonly steps: unknown;
  readonly runner: string;
}

const PULL_REQUEST: Readonly<Record<string, Outcome>> = {
  'github.ref': known('refs/pull/1/merge'),
  'github.ref_name': known('1/merge'),
  'github.ref_type': known('branch'),
  'github.event.pull_request.draft': known(false),
  'github.event.schedule': known(null),
  'github.event.inputs.*': known(null),
};

type Answer = (context: Context, rest: readonly string[], event: string) => Outcome;

const CONTEXTS: Readonly<Record<string, Answer>> = {
  matrix: ({ combination }, rest) => matrixValue(combination, rest),
  inputs: ({ inputs }, [name = '']) => inputs.get(name) ?? known(''),
  env: ({ env }, [name = '']) => variable(env, name),
  needs: needed,
  steps: ({ steps }, [id, kind]) => (kind === 'outputs' ? doubt(whence(steps, id)) : known('success')),
  runner: (context, [name]) =>
    name === 'os' ? systemOf(fill(context.runner, lookupIn({ ...context, runner: '' }))) : doubt('event'),
  github: (_, rest, event) =>
    rest[0] === 'event_name' ? known(event) : (PULL_REQUEST[`github.${rest.join('.')}`] ?? doubt('event')),
};

/** Names in expressions, as they are on a pull request to this very repository. */
export function lookupIn(context: Context, event: string = context.events[0]!): Lookup {
  return ([first = '', ...rest]) =>
    Object.hasOwn(CONTEXTS, first) ? CONTEXTS[first]!(context, rest, event) : doubt('event');
}

/** One that nothing sets is empty. */
function variable(env: Context['env'], name: string): Outcome {
  const value = env[name];
  if (value === undefined) return known('');
  return value === null || value.includes('${{') ? doubt('computed') : known(value);
}

function systemOf(runner: string): Outcome {
  const name = /windows/i.test(runner)
    ? 'Windows'
    : /mac/i.test(runner)
      ? 'macOS'
      : /ubuntu|linux/i.test(runner)
        ? 'Linux'
        : null;
  return name === null ? doubt('matrix') : known(name);
}

/** `needs.X.result` is a success where the job runs at all. */
function needed({ jobs, workflowOf }: Context, [name = '', kind, output = '']: readonly string[]): Outcome {
  return kind === 'outputs' ? doubt(whenceOutput(jobs?.get(name), output, workflowOf)) : known('success');
}

/** Where an output of a job comes from, through the workflow that it calls. */
function whenceOutput(job: unknown, output: string, workflowOf: Context['workflowOf']): Whence {
  if (!isMap(job)) return 'computed';
  const called = typeof job.get('uses') === 'string' ? workflowOf(String(job.get('uses'))) : null;
  if (called) {
    const inner = /jobs\.([\w-]+)\.outputs\.([\w-]+)/.exec(calledOutput(called, output));
    const jobs: unknown = called.get('jobs');
    return inner && isMap(jobs) ? whenceOutput(jobs.get(inner[1]!), inner[2]!, () => null) : 'computed';
  }
  const outputs: unknown = job.get('outputs');
  const expression = isMap(outputs) ? String(outputs.get(output) ?? '') : '';
  const steps = [...expression.matchAll(/steps\.([\w-]+)\./g)].map(([, id]) => whence(job.get('steps'), id));
  return steps.length > 0 && steps.every((one) => one === 'changes') ? 'changes' : 'computed';
}

function calledOutput(workflow: YAMLMap, output: string): string {
  const value: unknown = callOf(workflow)?.getIn(['outputs', output, 'value']);
  return typeof value === 'string' ? value : '';
}

/** `on.workflow_call` of a workflow: what its callers give and get. */
export function callOf(workflow: YAMLMap): YAMLMap | null {
  const on: unknown = workflow.get('on') ?? workflow.get(true);
  const call: unknown = isMap(on) ? on.get('workflow_call') : null;
  return isMap(call) ? call : null;
}

type Whence = 'changes' | 'computed';

/** Whether a step computes its outputs from the files that changed, be it by those of another step. */
function whence(steps: unknown, id: string | undefined, seen: readonly string[] = []): Whence {
  const found = isSeq(steps) ? steps.items.find((item) => isMap(item) && item.get('id') === id) : undefined;
  if (!isMap(found) || id === undefined || seen.includes(id)) return 'computed';
  const uses = String(found.get('uses') ?? '');
  const run = String(found.get('run') ?? '');
  if (/chang|paths-filter|affected/i.test(uses) || /\bgit\s+diff\b/.test(run)) return 'changes';
  const asked = [...run.matchAll(/steps\.([\w-]+)\.outputs/g)].map(([, other]) => other);
  return asked.some((other) => whence(steps, other, [...seen, id]) === 'changes') ? 'changes' : 'computed';
}

/** What `if` and `continue-on-error` of a job or step take from it. */
export function weaknessOf(node: YAMLMap, context: Context): Weakness[] {
  const goes = outcomeOf(node.get('continue-on-error'), context);
  const advisory: Weakness[] = goes === null || (goes.known && !truthy(goes.value)) ? [] : [lenient(node, goes)];
  return [...advisory, ...conditionOf(node, context)];
}

const lenient = (node: YAMLMap, { known: isKnown }: Outcome): Weakness => ({
  kind: isKnown ? 'advisory' : 'conditional',
  why: `continue-on-error: ${String(node.get('continue-on-error'))}`,
});

function outcomeOf(value: unknown, context: Context): Outcome | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return known(value);
  return value === 'true' || value === 'false' ? known(value === 'true') : condition(String(value), lookupIn(context));
}

function conditionOf(node: YAMLMap, context: Context): Weakness[] {
  const raw: unknown = node.get('if');
  if (raw === undefined || raw === null || raw === true) return [];
  const expression = String(raw).replace(/\s+/g, ' ').trim();
  const asked = ofThisRepository(expression);
  const asksAboutForks = FORK.test(expression);
  // `event_name == 'push' || the head is a fork's`: a branch of the repository is checked when it is pushed.
  const events = asksAboutForks && context.pushes ? [...context.events, 'push'] : context.events;
  const weak = events.map((event) => asWeakness(condition(asked, lookupIn(context, event)), expression));
  // It is held where one of the events before a merge runs it.
  const best = weak.find((one) => one.length === 0) ?? weak.find(([one]) => one!.kind !== 'never') ?? weak[0]!;
  return asksAboutForks ? best.map((one) => (one.kind === 'never' ? { ...one, kind: 'conditional' } : one)) : best;
}

const FORK = /github\.event\.pull_request\.head\.repo\.(?:full_name|fork)\b/;

/** Forks are not asked about: `github.repository == 'a/b'` is what it is written for. */
const ofThisRepository = (text: string): string =>
  text
    .replace(/github\.repository(?:_owner)?\s*==\s*'[^']*'/g, 'true')
    .replace(/github\.repository(?:_owner)?\s*!=\s*'[^']*'/g, 'false')
    .replace(/github\.event\.pull_request\.head\.repo\.full_name\s*==\s*github\.repository/g, 'true')
    .replace(/github\.event\.pull_request\.head\.repo\.full_name\s*!=\s*github\.repository/g, 'false')
    .replace(/github\.event\.pull_request\.head\.repo\.fork\b/g, 'false');

function asWeakness(outcome: Outcome, expression: string): Weakness[] {
  const why = `if: ${expression.replace(/^\$\{\{\s*|\s*\}\}$/g, '')}`;
  if (outcome.known)
    return truthy(outcome.value)
      ? []
      : [{ kind: 'never', why: expression === 'false' ? '`if: false`' : `on pull requests: ${why}` }];
  switch (outcome.why) {
    case 'matrix':
      return [];
    case 'computed':
      return [{ kind: 'unclear', why }];
    case 'changes':
      return [{ kind: 'conditional', why: `only where certain files change: ${why}` }];
    case 'event':
      return [{ kind: 'conditional', why }];
  }
}

/** Values of a map by name; what is no scalar is computed. */
function valuesOf(node: unknown): Record<string, string | null> {
  if (!isMap(node)) return {};
  return Object.fromEntries(
    node.items.flatMap(({ key, value }): [string, string | null][] => {
      const name = isScalar(key) ? String(key.value) : null;
      const written = isScalar(value) ? String(value.value ?? '') : null;
      return name === null ? [] : [[name, written]];
    }),
  );
}

/** The same with its expressions filled in. */
export const filledValues = (node: unknown, context: Context): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(valuesOf(node)).map(([name, value]) => [
      name,
      value === null ? null : fill(value, lookupIn(context)),
    ]),
  );

/** What a caller gives, each value that is one expression with why it is not known. */
export const givenInputs = (node: unknown, context: Context): Map<string, Outcome> =>
  new Map(
    Object.entries(valuesOf(node)).map(([name, value]) => {
      if (value === null) return [name, doubt('computed')];
      if (/^\$\{\{(?:(?!\}\})[\s\S])*\}\}$/.test(value.trim())) return [name, condition(value, lookupIn(context))];
      const filled = fill(value, lookupIn(context));
      return [name, filled.includes('${{') ? doubt('computed') : known(filled)];
    }),
  );

/** Inputs of a reusable workflow or composite action: what the caller says, else the default. */
export function inputsOf(declared: unknown, given: ReadonlyMap<string, Outcome>): Map<string, Outcome> {
  const names = isMap(declared) ? declared.items : [];
  return new Map(
    names.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const fallback: unknown = isMap(value) ? value.get('default') : undefined;
      const settled = given.get(name) ?? known(fallback === undefined ? '' : String(fallback));
      const isBoolean = isMap(value) && value.get('type') === 'boolean';
      return [name, settled.known && isBoolean ? known(String(settled.value) === 'true') : settled];
    }),
  );
}
