import { boundOrigins } from '../../../src/languages/python/bound-origins.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** By what a file has modules run again. */
export interface Reloaders {
  /** Expressions that are Python's own reload. */
  readonly calls: ReadonlySet<string>;
  /** Expressions that are `sys.modules`. */
  readonly tables: ReadonlySet<string>;
}

const RELOAD = /^(?:importlib|imp|six\.moves(?:\.\w+)?|builtins)\.reload(?:_module)?$/;

/** What stands for the machinery of imports as the text goes on. */
interface Known {
  readonly calls: Set<string>;
  readonly tables: Set<string>;
  /** Names of modules that have a reload or the table. */
  readonly holders: Map<string, string>;
}

/** `importlib.reload`, `from importlib import reload as again`, `again = importlib.reload`, `getattr(importlib, "reload")`. */
export function reloadersIn(syntax: Syntax): Reloaders {
  const known: Known = {
    calls: new Set(['importlib.reload', 'imp.reload', 'reload']),
    tables: new Set(['sys.modules']),
    holders: new Map(),
  };
  for (const [name, origin] of imported(syntax)) addOrigin(known, name, origin);
  for (const [name, value] of assigned(syntax)) addValue(known, name, value);
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'call') addAsked(known, textOf(syntax, node));
  return known;
}

function addOrigin(known: Known, name: string, origin: string): void {
  if (RELOAD.test(origin)) known.calls.add(name);
  else if (origin === 'sys.modules') known.tables.add(name);
  else addHolder(known, name, origin);
}

function addValue(known: Known, name: string, value: string): void {
  const asked = askedMember(value);
  if (known.calls.has(value) || asked === 'reload') known.calls.add(name);
  else if (known.tables.has(value) || asked === 'modules') known.tables.add(name);
  else {
    const imports = /(?:__import__|import_module)\(["'](sys|importlib|imp)["']\)$/.exec(value);
    addHolder(known, name, known.holders.get(value) ?? imports?.[1] ?? '');
  }
}

/** `getattr(importlib, "reload")` as it stands. */
function addAsked({ calls, tables }: Known, text: string): void {
  const asked = askedMember(text);
  if (asked !== null) (asked === 'reload' ? calls : tables).add(text);
}

const askedMember = (text: string): string | null =>
  /^getattr\([^()]*,\s*["'](reload|modules)["']\s*(?:,[^()]*)?\)$/.exec(text)?.[1] ?? null;

function addHolder({ calls, tables, holders }: Known, name: string, origin: string): void {
  if (!/^(?:importlib|imp|sys|six\.moves(?:\.\w+)?)$/.test(origin)) return;
  holders.set(name, origin);
  if (origin === 'sys') tables.add(`${name}.modules`);
  else for (const one of ['reload', 'reload_module']) calls.add(`${name}.${one}`);
}

/** What imports bind, those of functions among them. */
function* imported(syntax: Syntax): Generator<readonly [string, string]> {
  yield* boundOrigins(syntax);
  const importLine =
    /^[ \t]+(?:import (importlib|imp|sys) as (\w+)|from (importlib|imp|sys) import (\w+)(?: as (\w+))?)/gm;
  for (const [, module, alias, from, name, as] of syntax.text.matchAll(importLine))
    yield module === undefined ? [as ?? name!, `${from}.${name}`] : [alias!, module];
}

/** Names, and members of objects, with what they are assigned. */
function* assigned(syntax: Syntax): Generator<readonly [string, string]> {
  for (let node = 1; node < syntax.size; node++) {
    if (!/^(assignment|named_expression)$/.test(kindOf(syntax, node))) continue;
    const left = childByField(syntax, node, kindOf(syntax, node) === 'assignment' ? 'left' : 'name');
    const right = childByField(syntax, node, kindOf(syntax, node) === 'assignment' ? 'right' : 'value');
    if (left !== -1 && right !== -1) yield [textOf(syntax, left), textOf(syntax, right)];
  }
}
