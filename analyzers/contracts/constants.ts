import type { SharedConstant } from '../../src/config/config.ts';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../src/languages/syntax.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Spot } from '../bridge/native.ts';
import { parseExpression } from './python/expression.ts';
import { pythonNamed, pythonNames } from './python/python-names.ts';
import { rustNames, typesNamed } from './rust/rust-names.ts';
import { jsonLines, valueAt } from './schema/json-lines.ts';

export type FoundConstant = { readonly value: string; readonly at: Spot } | { readonly lost: string };

/** The string that a side's constant holds. */
export function constantOf(view: View, { side, text }: SharedConstant['sides'][number]): FoundConstant {
  if (side === 'rust') return inRust(view, text);
  if (side === 'python') return inPython(view, text);
  const [path = '', name = ''] = text.split('#');
  if (view.file(path)?.state !== 'text') return { lost: `there is no file ${path}` };
  return side === 'schema' ? inJson(path, view.text(path), name) : inTypescript(path, view.syntax(path), name);
}

function inRust(view: View, text: string): FoundConstant {
  const [item, ...more] = typesNamed(rustNames(view), text);
  if (item?.kind !== 'constant' || more.length > 0) return { lost: `there is no one constant ${text} in Rust` };
  const at = { path: item.path, line: item.line };
  return item.value === null ? { lost: `${text} is no string literal` } : { value: item.value, at };
}

/** A module's assignment, or one in a class. */
function inPython(view: View, text: string): FoundConstant {
  const names = pythonNames(view);
  const found = pythonNamed(names, text);
  if (found.kind === 'name')
    return stringAt(found.item.value, { path: found.module.path, line: found.item.line }, text);
  const dot = text.lastIndexOf('.');
  const owner = dot === -1 ? null : pythonNamed(names, text.slice(0, dot));
  if (owner?.kind !== 'class') return { lost: `there is no constant ${text} in Python` };
  const item = owner.item.names.find(({ name }) => name === text.slice(dot + 1));
  if (!item) return { lost: `there is no constant ${text} in Python` };
  return stringAt(item.value, { path: owner.module.path, line: item.line }, text);
}

function stringAt(value: string | null, at: Spot, text: string): FoundConstant {
  const parsed = parseExpression(value ?? '');
  return parsed.kind === 'string' ? { value: parsed.value, at } : { lost: `${text} is no string literal` };
}

function inJson(path: string, text: string, pointer: string): FoundConstant {
  let value: unknown;
  try {
    value = valueAt(JSON.parse(text), pointer);
  } catch (error) {
    return { lost: `${path} is no JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'string') return { lost: `${path} has no string at ${pointer}` };
  return { value, at: { path, line: jsonLines(text).get(pointer) ?? 1 } };
}

/** `const NAME = "…"`, also `as const`. */
function inTypescript(path: string, syntax: Syntax, name: string): FoundConstant {
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'variable_declarator') continue;
    const own = childByField(syntax, node, 'name');
    const value = childByField(syntax, node, 'value');
    if (own === -1 || value === -1 || textOf(syntax, own) !== name) continue;
    const [, literal] = /^(?:"([^"\\]*)"|'[^'\\]*')(?:\s+as\s+const)?$/.exec(textOf(syntax, value)) ?? [];
    const text = literal ?? /^'([^'\\]*)'/.exec(textOf(syntax, value))?.[1];
    if (text === undefined) break;
    return { value: text, at: { path, line: lineAt(lineStartsOf(syntax.text), syntax.start[node]!) } };
  }
  return { lost: `${path} has no string constant ${name}` };
}
