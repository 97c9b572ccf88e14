import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { oncePerView } from '../../once.ts';
import { type ModuleReferences, refersToModule } from './refers-to-module.ts';

/** `setattr(module, key, value)` with a key that is no text. */
const SETS = /\b(?:setattr|delattr)\(\s*(\w+)\s*,\s*(?![rRuU]?["'])/g;

/** Names of functions of the workspace that set attributes of what they are given, by names that they are given too. */
const freeSetters = oncePerView((view: View): ReadonlySet<string> => {
  // `namespace=` of argparse.
  const found = new Set(['parse_args', 'parse_known_args', 'parse_intermixed_args']);
  for (const { path, state, grammar } of view.files) {
    if (state !== 'text' || grammar !== 'python' || !/\b(?:set|del)attr\(/.test(view.text(path))) continue;
    const syntax = view.syntax(path);
    for (let node = 1; node < syntax.size; node++)
      if (kindOf(syntax, node) === 'function_definition' && setsFreely(syntax, node))
        found.add(textOf(syntax, childByField(syntax, node, 'name')));
  }
  return found;
});

function setsFreely(syntax: Syntax, definition: Node): boolean {
  const parameters = new Set(textOf(syntax, childByField(syntax, definition, 'parameters')).match(/\w+/g));
  return [...textOf(syntax, definition).matchAll(SETS)].some(
    ([, name]) => !/^(?:self|cls)$/.test(name!) && parameters.has(name!),
  );
}

/** Calls that give the module to such a function: any of its names may be set. */
export function setFreely(view: View, syntax: Syntax, references: ModuleReferences): Node[] {
  const setters = freeSetters(view);
  if (![...setters].some((name) => syntax.text.includes(name))) return [];
  const found: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const up = syntax.parent[node]!;
    if (fieldOf(syntax, node) === 'function' || !/^(identifier|attribute|call|subscript)$/.test(kindOf(syntax, node)))
      continue;
    const list = kindOf(syntax, up) === 'keyword_argument' ? syntax.parent[up]! : up;
    if (kindOf(syntax, list) !== 'argument_list' || !refersToModule(syntax, node, references)) continue;
    const call = syntax.parent[list]!;
    const callee = textOf(syntax, childByField(syntax, call, 'function'));
    if (setters.has(callee.slice(callee.lastIndexOf('.') + 1))) found.push(call);
  }
  return found;
}
