import type { View } from '../../../src/workspace/view.ts';
import { findType } from './typescript-names.ts';
import type { ValueNode } from './typescript-types.ts';
import { type ZodMajor, zodMajor } from './zod-major.ts';

/** Why nothing can be told of a schema. */
export interface Lost {
  readonly lost: string;
}

export const lost = (what: string): Lost => ({ lost: `\`${what.slice(0, 80)}\` of a schema is not judged` });

export const printed = (value: ValueNode): string =>
  value.kind === 'name' ? value.path.join('.') : value.kind === 'member' ? `….${value.name}` : value.kind;

/** What a name of zod is: `object` of `z.object`, and of which major version. */
export interface ZodName {
  readonly name: string;
  readonly major: ZodMajor;
}

export function zodName(view: View, file: string, path: readonly string[]): ZodName | null {
  const found = findType(view, file, path, 'value');
  if (found.kind !== 'outside' || !/^zod(?:\/v[34])?$/.test(found.from)) return null;
  const name = found.path.filter((part) => part !== 'z' && part !== 'default').join('.');
  return { name, major: zodMajor(view, file, found.from) };
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

/** The major version of the schema that a chain begins with; of a name it is that of what stands there. */
export function majorOf(view: View, file: string, value: ValueNode): ZodMajor {
  if (value.kind === 'call') {
    const { callee } = value;
    if (callee.kind === 'member') return majorOf(view, file, callee.of);
    if (callee.kind !== 'name') return null;
    const base = zodName(view, file, callee.path);
    return base === null ? majorOf(view, file, { kind: 'name', path: callee.path.slice(0, -1) }) : base.major;
  }
  const named = value.kind === 'name' && value.path.length > 0 ? namedValue(view, file, value.path) : null;
  return named === null || named.value.kind === 'name' ? null : majorOf(view, named.file, named.value);
}
