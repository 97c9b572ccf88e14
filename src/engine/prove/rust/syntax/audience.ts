import { absolutePath } from './binding.ts';

/** What a visibility is counted from. */
export interface AudiencePlace {
  readonly depth: number;
  readonly root: boolean;
  readonly modulePath: () => readonly string[] | null;
}

/**
 * Who may see what a visibility stands on: `pub`, `crate`, or the number of the module that may see it, counted from the facade: `0` itself,
 * `-1` its parent. `pub(super)` in a part, `pub(self)` in the facade and `pub(in crate::facade)` are all `0`; `#1` is a module that moves
 * along with the text.
 * @param inner modules of the file around the visibility
 */
export function audienceOf(written: string, inner: number, { depth, root, modulePath }: AudiencePlace): string {
  const plain = written.replace(/\s+/g, '');
  if (plain === 'pub') return 'pub';
  const path = /^pub\((?:in)?(.*)\)$/.exec(plain)?.[1] ?? plain;
  if (path === 'crate') return root ? '0' : 'crate';
  const segments = path.split('::');
  if (segments.every((one) => one === 'self' || one === 'super')) {
    const supers = segments.filter((one) => one === 'super').length;
    return supers < inner ? `#${inner - supers}` : `${depth + inner - supers}`;
  }
  const [level, ...rest] = absolutePath(segments, {
    below: [],
    modulePath,
    isRoot: false,
    fromRoot: false,
    names: new Set(),
  });
  if (segments[0] !== 'crate' || rest.length > 0) return plain;
  return isRoot(level!, modulePath) ? (root ? '0' : 'crate') : level!;
}

const isRoot = (level: string, modulePath: AudiencePlace['modulePath']): boolean =>
  Number(level) === -(modulePath()?.length ?? Number.NaN);

/** The same audience under its other name: all of the crate is all below its root. */
export const asLevel = (audience: string, modulePath: AudiencePlace['modulePath']): string => {
  const own = audience === 'crate' ? modulePath() : null;
  return own === null ? audience : `${-own.length}`;
};
