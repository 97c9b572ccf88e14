import type { NativeMember, Spot } from '../native.ts';
import { classNameOf } from './class-model.ts';
import { addFound, type Export, type ModuleItem, moduleNameOf } from './members.ts';
import { conditionOf, type ModelContext } from './model-context.ts';
import { createDraft, type ModuleDraft } from './module-draft.ts';
import { attributeNamed } from './python-attributes.ts';
import { type Found, resolvePath, segmentsOf } from './resolve-path.ts';
import type { ModuleRef, NameRef, RustFunction, Step, Value } from './rust-file.ts';
import type { Placed } from './rust-index.ts';

/** One run of a function with modules in its hands. */
export interface Run {
  readonly context: ModelContext;
  readonly fn: Placed<RustFunction>;
  /** Variables -> the modules that they hold. */
  readonly modules: Map<string, ModuleDraft>;
  /** Why all of it may not happen. */
  readonly waits: string | null;
  readonly depth: number;
  /** Helpers that are being followed: one that calls itself again does nothing new. */
  readonly around?: readonly Placed<RustFunction>[];
}

export type FillModule = (context: ModelContext, module: ModuleItem, draft: ModuleDraft, depth: number) => void;

/** Follows what a function does with its modules. @returns the module that it gives back, if any */
export function runSteps(run: Run, fill: FillModule): ModuleDraft | null {
  let given: ModuleDraft | null = null;
  for (const step of run.fn.steps) {
    const condition = conditionOf(run.context, run.fn.scope, step.cfg);
    if (condition === false) continue;
    const waits = run.waits ?? condition ?? (step.maybe ? 'it is added in a branch or a loop' : null);
    const at = { path: run.fn.path, line: step.line };
    if (step.do === 'return') given = run.modules.get(step.variable) ?? given;
    else doStep({ run, step, waits, at, fill });
  }
  return given;
}

interface Doing {
  readonly run: Run;
  readonly step: Step;
  readonly waits: string | null;
  readonly at: Spot;
  readonly fill: FillModule;
}

function doStep(doing: Doing): void {
  const { run, step, at } = doing;
  if (step.do === 'new') run.modules.set(step.variable, createDraft(nameOf(run, step.name) ?? UNNAMED, at));
  else if (step.do === 'made') {
    const made = moduleFor(doing, step.of);
    if (made) run.modules.set(step.variable, made);
  } else if (step.do === 'call') follow(doing, step.path, step.arguments);
  else if (step.do !== 'return') {
    const draft = run.modules.get(step.on);
    if (draft) addTo(doing, draft);
  }
}

function addTo(doing: Doing, draft: ModuleDraft): void {
  const { step, waits } = doing;
  if (step.do === 'opaque') draft.open(step.reason);
  else if (step.do === 'add') addValue(doing, draft, step.name, step.value);
  else if (step.do === 'submodule') addSubmodule(doing, draft, step.of);
  else if (step.do === 'module') addSubmodule(doing, draft, { wrapped: step.path });
  else if (step.do === 'class' || step.do === 'function') addPath(doing, draft, step.path, { as: null, waits });
}

const UNNAMED = '';

const scopeIn = ({ fn }: Run): string => `${fn.scope}::fn ${fn.name}`;

const resolved = (run: Run, path: string): Found[] => resolvePath(run.context.index, scopeIn(run), segmentsOf(path));

/** A class or function by its path; what is not found makes the module open, and its name unsure. */
function addPath({ run, at }: Doing, draft: ModuleDraft, path: string, how: Omit<Export, 'at'>): void {
  const found = resolved(run, path).filter(
    (one) => one.kind === 'class' || one.kind === 'function' || one.kind === 'name',
  );
  const several = found.length > 1;
  const added = found.filter((one) =>
    addFound(run.context, one, draft, {
      ...how,
      at,
      waits: how.waits ?? (several ? 'there are several of its name' : null),
    }),
  );
  if (added.length === 0) draft.unknown(how.as ?? segmentsOf(path).at(-1)!, at, `${path} is not found`);
}

function nameOf(run: Run, ref: NameRef): string | null {
  if (ref === null) return null;
  if ('text' in ref) return ref.text;
  if ('constant' in ref) {
    const [found] = resolved(run, ref.constant);
    return found?.kind === 'name' && found.item.kind === 'constant' && found.item.value !== ''
      ? found.item.value
      : null;
  }
  const [found] = resolved(run, ref.ofClass);
  return found?.kind === 'class' ? classNameOf(found.item) : null;
}

function addValue(doing: Doing, draft: ModuleDraft, ref: NameRef, value: Value): void {
  const { run, waits, at } = doing;
  const name = nameOf(run, ref);
  if (name === null) {
    draft.open('a name is computed');
    return;
  }
  if (value.kind === 'class' || value.kind === 'function') {
    addPath(doing, draft, value.path, { as: name, waits });
    return;
  }
  if (value.kind === 'module') {
    const child = moduleFor(doing, value.of);
    if (child) {
      draft.addModule(renamedDraft(child, name), at, waits);
      return;
    }
  }
  const kind: NativeMember['kind'] =
    value.kind === 'constant' ? 'constant' : value.kind === 'module' ? 'module' : 'value';
  draft.add(
    {
      name,
      kind,
      rustType: literalType(value),
      place: at,
      signature: null,
      shown: null,
      conditional: waits,
      type: null,
      module: null,
    },
    at,
  );
}

/** The type in Rust of a literal. */
const literalType = (value: Value): string => {
  if (value.kind !== 'constant') return '';
  if (/^-?\d[\d_]*$/.test(value.text)) return 'i64';
  if (/^-?\d/.test(value.text)) return 'f64';
  return /^(?:true|false)$/.test(value.text) ? 'bool' : '&str';
};

const renamedDraft = (draft: ModuleDraft, name: string): ModuleDraft => ({ ...draft, name });

function addSubmodule(doing: Doing, draft: ModuleDraft, of: ModuleRef): void {
  const child = moduleFor(doing, of);
  if (!child || child.name === UNNAMED) draft.open('a submodule has a name or origin that is not known');
  else draft.addModule(child, doing.at, doing.waits);
}

/** The module behind a variable, a call, or `wrap_pymodule!`. */
function moduleFor({ run, fill }: Doing, of: ModuleRef): ModuleDraft | null {
  if ('variable' in of) return run.modules.get(of.variable) ?? null;
  const path = 'call' in of ? of.call : of.wrapped;
  const found = resolved(run, path);
  if (found.length !== 1) return null;
  const [one] = found;
  if (one?.kind === 'module') {
    const child = createDraft(moduleNameOf(one), { path: one.item.path, line: one.item.line });
    fill(run.context, one, child, run.depth + 1);
    return child;
  }
  if (one?.kind !== 'function') return null;
  if (attributeNamed(one.item.attributes, 'pymodule')) {
    const child = createDraft(moduleNameOf(one), { path: one.item.path, line: one.item.line });
    fill(run.context, one, child, run.depth + 1);
    return child;
  }
  if ('wrapped' in of || run.depth > DEEPEST) return null;
  return runSteps({ ...run, fn: one.item, modules: new Map(), depth: run.depth + 1 }, fill);
}

const DEEPEST = 30;

/** A helper that gets modules does what it does to each of them. */
function follow({ run, waits, fill }: Doing, path: string, given: readonly (string | null)[]): void {
  const held = given.flatMap((name) => (name === null ? [] : (run.modules.get(name) ?? [])));
  if (held.length === 0) return;
  const found = resolved(run, path).flatMap((one) => (one.kind === 'function' ? [one.item] : []));
  if (found.length === 0 || run.depth > DEEPEST)
    for (const draft of held) draft.open(`${path} gets it, and is not found`);
  else for (const fn of found) runHelper(run, fn, handedOver(run, fn, given), waits, fill);
}

function runHelper(
  run: Run,
  fn: Placed<RustFunction>,
  modules: Map<string, ModuleDraft>,
  waits: string | null,
  fill: FillModule,
): void {
  const condition = conditionOf(run.context, fn.scope, fn.cfg);
  const around = [...(run.around ?? []), run.fn];
  if (condition === false || around.includes(fn)) return;
  runSteps({ ...run, fn, modules, waits: waits ?? condition, depth: run.depth + 1, around }, fill);
}

/** What the parameters of a helper hold. A method that is called by its path gets its receiver first. */
function handedOver(
  { modules }: Run,
  { parameters }: RustFunction,
  given: readonly (string | null)[],
): Map<string, ModuleDraft> {
  const shift = Math.max(0, given.length - parameters.length);
  const held = new Map<string, ModuleDraft>();
  given.forEach((name, i) => {
    const draft = name === null ? undefined : modules.get(name);
    const parameter = parameters[i - shift];
    if (draft && parameter) held.set(parameter.name, draft);
  });
  return held;
}
