import { plainName } from '../../../src/languages/rust/plain-name.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { FileReader, ItemContext } from './item-context.ts';
import type { RustParameter } from './read-signature.ts';
import { isModuleType, readSteps } from './read-steps.ts';

/** A scope for the items that stand in a function's body. */
const bodyScope = (name: string): string => `fn ${name}`;

/**
 * Reads a function that Python or a module may get: exported ones, those that get or give a Python module.
 * @param owner the type in whose `impl` it stands
 */
export function readFunction(reader: FileReader, { item, python, where }: ItemContext, owner: string | null): void {
  const { syntax, found } = reader;
  const name = plainName(textOf(syntax, childByField(syntax, item.node, 'name')));
  const parameters = parametersOf(syntax, item.node);
  const body = childByField(syntax, item.node, 'body');
  const returns = childByField(syntax, item.node, 'return_type');
  const holders = parameters.filter(({ type }) => isModuleType(type)).map((one) => one.name);
  const given = returns === -1 ? '' : typeText(syntax, returns);
  const givesModule = isModuleType(given);
  const isPython = python.some((one) => /^py(?:function|module|module_init|fn)$/.test(one.name));
  const touches = body !== -1 && (holders.length > 0 || givesModule);
  if (!isPython && !touches) return;
  const inline = [...where.inline, bodyScope(name)];
  found.functions.push({
    ...where,
    name,
    owner,
    attributes: python,
    parameters,
    returns: given,
    steps: touches ? readSteps(reader, body, holders, inline) : [],
  });
  if (touches) reader.inside(body, inline, where.cfg);
}

/** A type without needless blanks. */
export const typeText = (syntax: Syntax, node: Node): string =>
  textOf(syntax, node)
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>,:&]) ?/g, '$1');

/** The parameters of a function without `self`. */
export function parametersOf(syntax: Syntax, fn: Node): RustParameter[] {
  const list = childByField(syntax, fn, 'parameters');
  if (list === -1) return [];
  return namedChildrenOf(syntax, list)
    .filter((node) => kindOf(syntax, node) === 'parameter')
    .map((node) => ({
      name: textOf(syntax, childByField(syntax, node, 'pattern')).replace(/^mut\s+/, ''),
      type: typeText(syntax, childByField(syntax, node, 'type')),
    }));
}

export const hasSelf = (syntax: Syntax, fn: Node): boolean => {
  const list = childByField(syntax, fn, 'parameters');
  return list !== -1 && namedChildrenOf(syntax, list).some((node) => kindOf(syntax, node) === 'self_parameter');
};
