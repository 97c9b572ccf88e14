import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod';
import { isRefactorError, RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import { planV1Schema, upgradePlan } from './plan-v1.ts';
import { planJsonSchema, planSchema } from './schema.ts';

const why = z.string().default('');
const { functions } = planSchema.shape.cuts.unwrap().element.shape;

/** What a person may leave out: reasons and numbers that are for readers only; and what `plan --json` says beside the plan. */
const lenient = {
  kind: z.literal('plan').optional(),
  notes: planJsonSchema.shape.notes.optional(),
  notWorth: planSchema.shape.notWorth.default(null),
  keep: z.array(planSchema.shape.keep.element.extend({ why })),
  cuts: z.array(planSchema.shape.cuts.unwrap().element.extend({ functions: functions.default([]) })).optional(),
  predicted: planSchema.shape.predicted.default({ files: [] }),
};

const schema = planSchema.extend({
  ...lenient,
  schemaVersion: z.literal(2).optional(),
  modules: z.array(planSchema.shape.modules.element.extend({ why })),
});

const schemaV1 = planV1Schema.extend({
  ...lenient,
  schemaVersion: z.literal(1).optional(),
  modules: z.array(planV1Schema.shape.modules.element.extend({ why })),
});

export interface ReadPlan {
  readonly plan: Plan;
  /** The 1-based line where a unit id, module name or key stands first; 1 if it does not. */
  readonly lineOf: (entry: string) => number;
}

/**
 * Reads a plan in YAML or JSON (which is YAML), of any version.
 * @param source its name, for messages
 * @throws RefactorError for a text that is no plan, with its line
 */
export function readPlan(text: string, source: string): ReadPlan {
  const lines = new LineCounter();
  const { document, data } = readYaml(text, source, lines);
  const lineAt = (node: Node | null): number => (node?.range ? lines.linePos(node.range[0]).line : 1);
  if (!isMap(document.contents)) throw holdsNoPlan(source);
  const isFirst = isMap(document.contents) && document.contents.get('version') === 1;
  const parsed = (isFirst ? schemaV1 : schema).safeParse(data);
  if (!parsed.success) {
    const { issues } = parsed.error;
    // A misspelt key is also a missing one: the misspelling is what helps.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0]! : null;
    const line = lineAt(nodeAt(document, issue.path, unknown));
    const where = issue.path.join('.') || 'the plan';
    throw notAPlan(source, line, unknown === null ? said(document, issue) : `unknown key \`${unknown}\` in ${where}`);
  }
  const { schemaVersion: _version, kind: _kind, notes: _notes, ...plan } = parsed.data;
  return { plan: plan.version === 1 ? upgradePlan(plan) : plan, lineOf: (entry) => lineAt(findEntry(document, entry)) };
}

/** What is missing is said to be, instead of by what it would have to be. */
function said(document: Document, { path, message }: z.core.$ZodIssue): string {
  const where = path.join('.') || 'the plan';
  return path.length === 0 || document.hasIn(path) ? `${where}: ${message}` : `${where} is missing`;
}

/** Aliases that multiply and nesting that no plan has end as a plan that cannot be read, not as a defect. */
function readYaml(text: string, source: string, lineCounter: LineCounter): { document: Document; data: unknown } {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const [error] = document.errors;
    if (error && !LOOKS_LIKE_A_PLAN.test(text)) throw holdsNoPlan(source);
    if (error) throw notAPlan(source, lineCounter.linePos(error.pos[0]).line, error.message);
    return { document, data: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    if (isRefactorError(error)) throw error;
    throw notAPlan(
      source,
      1,
      error instanceof RangeError ? 'it is nested too deeply' : 'its aliases expand to too much',
    );
  }
}

const MOST_ALIASES = 50;

/** A damaged plan still has keys of one. */
const LOOKS_LIKE_A_PLAN = /^[\s{,]*"?(?:version|codemod|base|modules)"?\s*:/m;

const notAPlan = (source: string, line: number, why: string): RefactorError =>
  new RefactorError({
    code: 'plan-not-readable',
    what: `${source}:${line} is not a split plan`,
    why,
    whatToDo: 'correct that line, or make a new plan: omni-refactor plan FILE -o PLAN',
  });

/** A text, a list, nothing: what is named is another file than was meant. */
const holdsNoPlan = (source: string): RefactorError =>
  new RefactorError({
    code: 'plan-not-readable',
    what: `${source} holds neither a plan nor a change set`,
    why: 'a plan is a YAML or JSON map of modules and their units, a change set is JSON with `changeSets`',
    whatToDo: 'name what `omni-refactor plan FILE -o PLAN` or `omni-refactor split FILE --dry-run --json` wrote',
  });

/** The node at a path, or the deepest that is there; with `key`, that key of it. */
function nodeAt(document: Document, path: readonly PropertyKey[], key: string | null): Node | null {
  let node = document.contents as Node | null;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step as string | number, true) : undefined;
    if (!next || typeof next !== 'object') return node;
    node = next as Node;
  }
  if (key === null || !isMap(node)) return node;
  return (node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key as Node | undefined) ?? node;
}

/** The last place of an id or name, since a doubled one is wrong where it stands again; a key where it stands first. */
function findEntry(document: Document, entry: string): Node | null {
  let found: Node | null = null;
  const waiting: unknown[] = [document.contents];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key) && key.value === entry) return key;
        waiting.push(value);
      }
    } else if (isSeq(node)) waiting.push(...node.items);
    else if (isScalar(node) && node.value === entry && later(node, found)) found = node;
  }
  return found;
}

const later = (node: Node, than: Node | null): boolean => !than || (node.range?.[0] ?? 0) > (than.range?.[0] ?? 0);
