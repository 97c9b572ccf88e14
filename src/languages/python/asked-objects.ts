import type { ModuleUse } from './name-uses.ts';
import { isStandard } from './stdlib-modules.ts';

/**
 * The objects of other modules whose code a use runs by asking for an attribute, a text, an item or the truth: `.reg.env` of `env.x` and of
 * `f"{env}"`. A property may do anything. What is only called is told by its call.
 * @param path the whole name that is used
 * @param whole whether something is asked of what the whole name gives
 */
export function askedObjects({ form, path: members }: ModuleUse, path: string, whole: boolean): string[] {
  if (isStandard(path)) return [];
  const [, dots, rest] = /^(\.*)(.*)$/.exec(path)!;
  const names = rest!.split('.');
  const first = names.length - members.length;
  const last = whole && form !== 'called' ? names.length : names.length - 1;
  return names.flatMap((_, i) =>
    i + 1 >= first && i + 1 <= last && i + 1 > 0 ? [`${dots}${names.slice(0, i + 1).join('.')}`] : [],
  );
}

/** What stands for it in conflicts: two names tell an object, however its module was asked for. */
export const objectRoot = (asked: string): string =>
  `=${asked
    .replace(/^[?.]+/, '')
    .split('.')
    .slice(-2)
    .join('.')}`;
