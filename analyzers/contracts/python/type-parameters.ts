import { parseExpression } from './expression.ts';
import type { PlacedClass, PythonShapes } from './python-context.ts';
import { findName } from './python-names.ts';

/** Type parameters of a class: `class A[T]`, `class A(Generic[T])`, or those of the generic classes that it comes from. */
export function parametersOf(
  { names }: PythonShapes,
  { item, module }: Pick<PlacedClass, 'item' | 'module'>,
): string[] {
  if (item.parameters.length > 0) return [...item.parameters];
  const lists = item.bases.map(parseExpression).flatMap((base) => {
    if (base.kind !== 'subscript' || base.of.kind !== 'name') return [];
    const found = findName(names, module, '', base.of.path);
    const variables = base.items.flatMap((one) => (one.kind === 'name' ? [one.path.join('.')] : []));
    return [{ isGeneric: found.kind === 'outside' && found.path === 'typing.Generic', variables }];
  });
  const declared = lists.find(({ isGeneric }) => isGeneric);
  const all = declared ? declared.variables : lists.flatMap(({ variables }) => variables);
  return [...new Set(all.filter((name) => isVariable(names, module, name)))];
}

function isVariable(names: PythonShapes['names'], module: PlacedClass['module'], name: string): boolean {
  const found = findName(names, module, '', [name]);
  return found.kind === 'name' && /^(?:\w+\.)*TypeVar\(/.test(found.item.value ?? '');
}
