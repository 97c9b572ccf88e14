import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { ambientOfCall, LOOKING_METHOD } from './ambient-state.ts';
import { askedObjects } from './asked-objects.ts';
import { asksCodecs } from './asks-codecs.ts';
import { asksSettings } from './asks-settings.ts';
import { FORMER_BUILTINS, MODULE_ATTRIBUTES } from './builtin-names.ts';
import { type EffectFacts, hasHook } from './effect-facts.ts';
import { builtinDoing, doingOf, READER_METHOD, touchesWorld, WORLD } from './known-calls.ts';
import { callDoing, isBuiltin, isImport, ownBinders, pathsOf, rootOf } from './module-names.ts';
import type { ModuleUse } from './name-uses.ts';
import { SETTINGS, settingsAsked, settingsSet } from './process-settings.ts';
import { isStandard } from './stdlib-modules.ts';

/**
 * State by its roots: names of the module, `@os`, `@` for the world, `<Base` for the subclasses that a class knows, and
 * `=base.items` for an object of another module that is worked with.
 */
export interface Roots {
  readonly touches: Set<string>;
  readonly reads: Set<string>;
  /** Objects of other modules that are asked for something. */
  readonly asks: Set<string>;
}

/** What a unit's own lines do while the module is imported. */
export function ownEffects(facts: EffectFacts, index: number): Roots {
  const roots: Roots = { touches: new Set(), reads: new Set(), asks: new Set() };
  const unit = facts.names.units[index]!;
  if (facts.imports[index]) roots.touches.add(WORLD);
  for (const root of facts.moments[index]!) roots.reads.add(root);
  if (isImport(unit) || unit.kind === 'docstring' || unit.kind === 'main' || unit.name === '__all__') return roots;
  for (const { name } of unit.defines) if (facts.state.has(name)) roots.touches.add(name);
  for (const use of facts.uses[index]!) if (use.eager) addUse(facts, use, roots);
  for (const use of facts.annotations[index]!) addAnnotation(facts, use, roots);
  if (!/^(?:def|class)$/.test(unit.kind)) addUnnamed(facts, facts.statements[index]!, roots);
  return roots;
}

/** What statements look at by no name. */
function addUnnamed({ syntax }: EffectFacts, statements: readonly Node[], { reads }: Roots): void {
  if (statements.some((one) => asksCodecs(syntax, one))) reads.add('@codecs');
  if (statements.some((one) => asksSettings(syntax.text, textOf(syntax, one)))) reads.add(SETTINGS);
}

/** An annotation makes what it names, and `T | None` or `T[int]` of it. */
function addAnnotation(facts: EffectFacts, use: ModuleUse, { touches, asks }: Roots): void {
  const { names, values } = facts;
  if (isBuiltin(names, use.name)) return;
  for (const path of pathsOf(names, use.name, use.path))
    for (const asked of askedObjects(use, path, use.asked)) asks.add(`?${asked}`);
  if (use.path.length > 0 && ownBinders(names, use.name).length > 0 && values.get(use.name) === 'object')
    touches.add(use.name);
}

/** Names of the module that a unit hands to what it touches. */
export function held({ names, uses }: EffectFacts, index: number): string[] {
  const unit = names.units[index]!;
  if (isImport(unit)) return [];
  const made = /^(def|class)$/.test(unit.kind) ? unit.defines.map(({ name }) => name) : [];
  const given = uses[index]!.filter(({ eager, name }) => eager && ownBinders(names, name).length > 0);
  return [...new Set([...made, ...given.map(({ name }) => name)])];
}

const BUILTINS = '@builtins';

function addUse(facts: EffectFacts, use: ModuleUse, roots: Roots): void {
  const { names } = facts;
  if (isBuiltin(names, use.name)) {
    if (use.form === 'called' && builtinDoing(use.name) === 'touches' && touchesWorld(use.name))
      roots.touches.add(WORLD);
    if (facts.patched.has(BUILTINS)) roots.reads.add(BUILTINS);
    return;
  }
  if (isNobodys(facts, use.name)) roots.reads.add(WORLD);
  for (const path of pathsOf(names, use.name, use.path)) addForeign(facts, use, path, roots);
  if (ownBinders(names, use.name).length > 0) addOwn(facts, use, roots);
}

/** A name that something else has put among the builtins: `_` of gettext. */
const isNobodys = ({ names }: EffectFacts, name: string): boolean =>
  !names.binders.has(name) &&
  pathsOf(names, name, []).length === 0 &&
  !MODULE_ATTRIBUTES.has(name) &&
  (!FORMER_BUILTINS.has(name) || INSTALLED.test(name));

const INSTALLED = /^(?:_|n?p?gettext)$/;

/** `=base`, `=base.table` and `=table.rows` of `base.table.rows`: two names tell an object, however its module was asked for. */
function objectsOf(path: string): string[] {
  const names = path.split('.').filter((name) => name !== '');
  return names.map((_, i) => `=${names.slice(Math.max(0, i - 1), i + 1).join('.')}`);
}

/** A name of another module. */
function addForeign(facts: EffectFacts, use: ModuleUse, path: string, roots: Roots): void {
  const { syntax, names, patched } = facts;
  if (patched.has(rootOf(path))) roots.reads.add(rootOf(path));
  const whole = use.asked || (use.form === 'given' && callDoing(syntax, names, use.to) !== 'holds');
  if (/^(read|given|held)$/.test(use.form)) for (const asked of askedObjects(use, path, whole)) roots.asks.add(asked);
  addObject(use, path, roots);
  addRoot(facts, use, path, roots);
}

/** What is worked with, or looked at, is one object of its module. */
function addObject({ form, works }: ModuleUse, path: string, { touches, reads }: Roots): void {
  if (!/^(read|given)$/.test(form) || isStandard(path)) return;
  const objects = objectsOf(path);
  if (works) touches.add(objects.at(-1)!);
  else for (const object of objects) reads.add(object);
}

function addRoot(facts: EffectFacts, use: ModuleUse, path: string, roots: Roots): void {
  const { touches, reads } = roots;
  const root = rootOf(path);
  const doing = doingOf(path, use.form === 'called');
  addSettings(facts, use, path, roots);
  if (use.form === 'base') {
    if (!isMetaclass(facts.syntax, use.node)) touches.add(`<${path}`);
    if (!isStandard(path)) touches.add(root);
  } else if (use.form === 'stored') touches.add(root);
  else if (use.form === 'given') addGiven(facts, use, path, roots);
  else if (doing === 'touches') touches.add(root);
  else if (doing === 'reads' && !(use.form === 'held' && use.path.length === 0)) reads.add(root);
}

/** What the process or the interpreter is set to, that may be asked for or changed here. */
function addSettings(facts: EffectFacts, use: ModuleUse, path: string, { touches, reads }: Roots): void {
  const isTouched = doingOf(path, use.form === 'called') === 'touches';
  if (mayBeCalled(facts, use)) {
    addTo(ambientOfCall(path), isTouched ? touches : reads);
    addTo(settingsAsked(path), reads);
  }
  if (use.form === 'stored' || isTouched) addTo(settingsSet(path), touches);
}

const addTo = (roots: readonly string[], to: Set<string>): void => {
  for (const root of roots) to.add(root);
};

const mayBeCalled = ({ syntax, names }: EffectFacts, { form, to }: ModuleUse): boolean =>
  form === 'called' || (form === 'given' && callDoing(syntax, names, to) !== 'holds');

/** What keeps an object does not look into it; an attribute is looked up before it is handed on. */
function addGiven(
  { syntax, names }: EffectFacts,
  { to, path: below }: ModuleUse,
  path: string,
  { touches, reads }: Pick<Roots, 'touches' | 'reads'>,
): void {
  const callee = callDoing(syntax, names, to);
  if (callee === 'looks') reads.add(rootOf(path));
  if (doingOf(path, false) !== 'reads') return;
  if (callee === 'holds' && below.length === 0) return;
  (callee === null || callee === 'shared' || callee === 'touches' ? touches : reads).add(rootOf(path));
}

/** A name that this module binds itself. */
function addOwn(facts: EffectFacts, use: ModuleUse, roots: Roots): void {
  const { name, form } = use;
  const addAll = (to: Set<string>): void => {
    for (const root of facts.reach(name)) to.add(root);
  };
  addAliased(facts, use, roots);
  if (form === 'held') return;
  if (form === 'base') {
    if (isMetaclass(facts.syntax, use.node)) addAll(roots.touches);
    else addBase(facts, name, roots);
    return;
  }
  const doing = form === 'given' ? givenDoing(facts, use) : calledDoing(facts, use);
  addAmbient(facts, use, doing, roots);
  if (doing === 'looks') addLooked(facts, name, roots);
  else if (doing === 'reads') {
    if (facts.state.has(name)) roots.reads.add(name);
    addAll(roots.reads);
  } else if (doing === 'touches') {
    addTouched(facts, use, roots);
    addAll(roots.touches);
  }
}

/** A function or class that is looked at and not called. */
function addLooked(facts: EffectFacts, name: string, { reads }: Roots): void {
  if (facts.state.has(name)) reads.add(name);
  if (isClass(facts, name)) reads.add(`<${name}`);
}

type OwnDoing = 'holds' | 'looks' | 'reads' | 'touches';

/** Objects that look at files, the clock or a context do so when they are asked. */
function addAmbient(
  facts: EffectFacts,
  { name, form, path, works }: ModuleUse,
  doing: OwnDoing,
  { touches, reads }: Roots,
): void {
  const { calls, operators } = facts.ambient(name);
  if (works || form === 'read' || form === 'called') for (const root of operators) reads.add(root);
  const last = path[path.length - 1];
  if (form !== 'called' || last === undefined) return;
  const looks = LOOKING_METHOD.test(last);
  if (!looks && READER_METHOD.test(last)) return;
  for (const root of calls) (looks || doing !== 'touches' ? reads : touches).add(root);
}

function addTouched(facts: EffectFacts, { name, form }: ModuleUse, { touches }: Roots): void {
  if (facts.state.has(name) || form === 'stored' || !isDefinition(facts, name)) touches.add(name);
  if (isClass(facts, name)) touches.add(`<${name}`);
}

function addAliased(facts: EffectFacts, { name, asked, path }: ModuleUse, { asks }: Roots): void {
  if (asked || path.length > 0) for (const one of aliased(facts, name)) asks.add(one);
}

/** Objects of other modules that a name of this one stands for: `e = env`. */
const aliased = ({ names, uses }: EffectFacts, name: string): string[] =>
  ownBinders(names, name)
    .filter((i) => !/^(def|class)$/.test(names.units[i]!.kind))
    .flatMap((i) => uses[i]!.filter(({ eager, form }) => eager && /^(held|read)$/.test(form)))
    .flatMap((use) => pathsOf(names, use.name, use.path).flatMap((path) => askedObjects(use, path, true)));

function calledDoing(facts: EffectFacts, { name, form, path, works, asked }: ModuleUse): 'reads' | 'touches' {
  const acts = works || asked || path.length > 0;
  if (form === 'read' && works && givesItems(facts, name)) return 'touches';
  if (form === 'read') return acts && facts.values.get(name) === 'object' ? 'touches' : 'reads';
  if (form === 'stored' || path.length === 0) return 'touches';
  const plain = !isDefinition(facts, name) && facts.values.get(name) !== 'object';
  return plain && READER_METHOD.test(path[path.length - 1]!) ? 'reads' : 'touches';
}

/** What a call may do to what it is given: a plain value is read, a function is called. What `*` unpacks is read there and then. */
function givenDoing(facts: EffectFacts, { name, to, works }: ModuleUse): OwnDoing {
  const doing = callDoing(facts.syntax, facts.names, to);
  const isDefined = isDefinition(facts, name);
  if (doing === 'holds' && !works) return 'holds';
  if (doing === 'looks' && isDefined) return 'looks';
  if (doing === 'holds' || doing === 'looks') return facts.values.get(name) === 'object' && works ? 'touches' : 'reads';
  if (doing !== 'nothing' && doing !== 'reads') return 'touches';
  return isDefined || facts.values.get(name) === 'object' ? 'touches' : 'reads';
}

/** `Registry["a"]` runs code of the class, or of its metaclass. */
const givesItems = ({ syntax, names, statements }: EffectFacts, name: string): boolean =>
  ownBinders(names, name).some(
    (i) =>
      names.units[i]!.kind === 'class' &&
      statements[i]!.some((node) => /\b__class_getitem__\b|\bmetaclass\s*=/.test(textOf(syntax, node))),
  );

const isDefinition = ({ names }: EffectFacts, name: string): boolean =>
  ownBinders(names, name).every((i) => /^(def|class)$/.test(names.units[i]!.kind));

const isClass = ({ names }: EffectFacts, name: string): boolean =>
  ownBinders(names, name).some((i) => names.units[i]!.kind === 'class');

/** `metaclass=Meta` among the bases. */
function isMetaclass(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'keyword_argument')
      return textOf(syntax, childByField(syntax, up, 'name')) === 'metaclass' && fieldOf(syntax, node) !== 'name';
    if (kind === 'argument_list') return false;
  }
  return false;
}

/** A class enters itself with its bases, and their hooks run: those of the module, and unknown ones of other modules' classes. */
function addBase(facts: EffectFacts, name: string, { touches }: Roots): void {
  touches.add(`<${name}`);
  const seen = new Set([name]);
  for (const one of seen) {
    const paths = pathsOf(facts.names, one, []);
    if (paths.some((path) => !isStandard(path))) touches.add(WORLD);
    for (const i of ownBinders(facts.names, one)) {
      // What is no class may be anything: `Base = declarative_base()`.
      if (facts.names.units[i]!.kind !== 'class') for (const root of facts.reach(one)) touches.add(root);
      else if (hasHook(facts, i)) for (const root of facts.reach(one)) touches.add(root);
      for (const use of facts.uses[i]!) {
        if (use.form !== 'base' || !use.eager) continue;
        if (ownBinders(facts.names, use.name).length > 0) seen.add(use.name);
        if (pathsOf(facts.names, use.name, use.path).some((path) => !isStandard(path))) touches.add(WORLD);
      }
    }
  }
}
