import type { View } from '../../../src/workspace/view.ts';
import { findType } from './typescript-names.ts';
import type { ValueNode } from './typescript-types.ts';

/** Why nothing can be told of a schema. */
export interface Lost {
  readonly lost: string;
}

export const lost = (what: string): Lost => ({ lost: `\`${what.slice(0, 80)}\` of a schema is not judged` });

export const printed = (value: ValueNode): string =>
  value.kind === 'name' ? value.path.join('.') : value.kind === 'member' ? `….${value.name}` : value.kind;

/** What a name of zod is: `object` of `z.object`, and the module that has it. */
export interface ZodName {
  readonly name: string;
  readonly from: string;
}

export function zodName(view: View, file: string, path: readonly string[]): ZodName | null {
  const found = findType(view, file, path, 'value');
  if (found.kind !== 'outside' || !/^zod(?:\/v[34])?$/.test(found.from)) return null;
  return { name: found.path.filter((part) => part !== 'z' && part !== 'default').join('.'), from: found.from };
}

/** The one value that a name of the workspace stands for, and its file; null where there is none, or several. */
export function namedValue(
  view: View,
  file: string,
  path: readonly string[],
): { readonly id: string; readonly file: string; readonly value: ValueNode } | null {
  const found = findType(view, file, path, 'value');
  const [item, more] = found.kind === 'declared' ? found.items : [];
  if (found.kind !== 'declared' || item?.kind !== 'value' || more || found.rest.length > 0) return null;
  return { id: `${found.file}#${item.name}`, file: found.file, value: item.value };
}
