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

/** `importlib.reload`, `from importlib import reload as again`, `again = importlib.reload`, `getattr(importlib, "reload")`. */
export function reloadersIn(syntax: Syntax): Reloaders {
  const calls = new Set(['importlib.reload', 'imp.reload', 'reload']);
  const tables = new Set(['sys.modules']);
  const holders = new Map<string, string>();
  for (const [name, origin] of imported(syntax)) {
    if (RELOAD.test(origin)) calls.add(name);
    else if (origin === 'sys.modules') tables.add(name);
    else addHolder(name, origin);
  }
  for (const [name, value] of assigned(syntax)) {
    if (calls.has(value) || /^getattr\([^()]*,\s*["']reload["']/.test(value)) calls.add(name);
    else if (tables.has(value) || /^getattr\([^()]*,\s*["']modules["']/.test(value)) tables.add(name);
    else if (holders.has(value)) addHolder(name, holders.get(value)!);
    else addHolder(name, /(?:__import__|import_module)\(["'](sys|importlib|imp)["']\)$/.exec(value)?.[1] ?? '');
  }
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const text = textOf(syntax, node);
    if (/^getattr\([^()]*,\s*["']reload["']\s*(?:,[^()]*)?\)$/.test(text)) calls.add(text);
    else if (/^getattr\([^()]*,\s*["']modules["']\s*(?:,[^()]*)?\)$/.test(text)) tables.add(text);
  }
  return { calls, tables };

  function addHolder(name: string, origin: string): void {
    if (!/^(?:importlib|imp|sys|six\.moves(?:\.\w+)?)$/.test(origin)) return;
    holders.set(name, origin);
    if (origin === 'sys') tables.add(`${name}.modules`);
    else for (const one of ['reload', 'reload_module']) calls.add(`${name}.${one}`);
  }
}

/** What imports bind, those of functions among them. */
function* imported(syntax: Syntax): Generator<readonly [string, string]> {
  yield* boundOrigins(syntax);
  const said = /^[ \t]+(?:import (importlib|imp|sys) as (\w+)|from (importlib|imp|sys) import (\w+)(?: as (\w+))?)/gm;
  for (const [, module, alias, from, name, as] of syntax.text.matchAll(said))
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
