import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { normalItem, type UseItem, withPrefix } from '../../../src/languages/rust/use-item.ts';

export interface Rebase {
  readonly edition: string;
  /** Names of the module's type namespace that a path may begin with. */
  readonly isModules: (name: string) => boolean;
  /** Those that the part has itself. */
  readonly isOwn: (name: string) => boolean;
}

/** The same import one module deeper; one tree for each path that begins in another way. */
export function rebaseUse(item: UseItem, scope: Rebase): UseItem[] {
  const [first, second] = item.path;
  if (item.end === 'list' && (first === undefined || (first === 'self' && second === undefined)))
    return item.of.flatMap((one) => rebaseUse(first === 'self' ? withPrefix(one, ['self']) : one, scope));
  return [asksParent(item, scope) ? withPrefix(withoutSelf(item), ['super']) : item];
}

/** The name that such an import asks the module for, by a path through the parent of the part; null for none. */
export function askedFor(item: UseItem, scope: Rebase): string | null {
  const name = asksParent(item, scope) ? withoutSelf(item).path[0] : undefined;
  return name === undefined || name === 'super' ? null : plainName(name);
}

function asksParent({ path }: UseItem, { edition, isModules, isOwn }: Rebase): boolean {
  const [first = '', second = ''] = path;
  if (first === 'super') return true;
  if (first === 'self') return !isOwn(plainName(second));
  if (edition === '2015' || first === '' || first === 'crate') return false;
  return isModules(plainName(first)) && !isOwn(plainName(first));
}

const withoutSelf = (item: UseItem): UseItem =>
  normalItem(item.path[0] === 'self' ? { ...item, path: item.path.slice(1) } : item);
