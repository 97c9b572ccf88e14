import { composition } from '../../../../../analyzers/composition/index.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { isOtherTarget } from '../../../../languages/rust/other-targets.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { packageFolder } from '../read-packages.ts';
import type { Formula } from './cfg-formula.ts';
import { underAll } from './cfg-formula.ts';
import { readGuards } from './guards.ts';
import { modLines } from './parts-of.ts';
import { type AbovePlace, type Asked, readsAbove } from './reads-above.ts';
import { wordsIn } from './words-in.ts';

/** One place where another file reads a name. */
export interface Reader {
  /** What holds there, by the file itself. */
  readonly where: Formula;
  /** What holds for the whole file: the conditions of the `mod` lines above it. */
  readonly fileWhere: () => Formula;
}

/** Who, outside of a facade and its parts, reads a name of it. */
export interface Outside {
  /** Files of the package that are compiled with it, by words. */
  readonly anywhere: (word: string) => readonly Reader[];
  /** Files below the module: they see its private names too. */
  readonly below: (asked: Asked) => readonly Reader[];
  /** What holds wherever the facade exists. */
  readonly ownWhere: () => Formula;
}

/** @param isOwn true for the parts, and for files that these splice */
export function readOutside(after: View, facade: string, isOwn: (path: string) => boolean, place: AbovePlace): Outside {
  const folder = packageFolder(after, facade);
  const scope = folder === null || folder === '' ? '' : `${folder}/`;
  const apart = isOtherTarget(facade, scope) ? () => false : (path: string) => isOtherTarget(path, scope);
  const others = after.files
    .filter(
      ({ path, grammar, state }) =>
        grammar === 'rust' && state === 'text' && path.startsWith(scope) && !isOwn(path) && !apart(path),
    )
    .map(({ path }) => path);
  const own = moduleFolder(after, facade);
  const mounted = new Set(modLines(after.syntax(facade), facade).flatMap(({ candidates }) => candidates));
  const isBelow = (path: string): boolean => mounted.has(path) || own === '' || path.startsWith(`${own}/`);
  const guardOf = fileGuards(after);
  const readers = (paths: readonly string[], word: string, placesIn: (syntax: Syntax) => number[]) =>
    paths
      .filter((path) => wordsOf(after, path).has(word))
      .flatMap((path) => {
        const syntax = after.syntax(path);
        const guards = readGuards(syntax);
        return placesIn(syntax).map(
          (at): Reader => ({ where: underAll(guards(at)), fileWhere: () => underAll(guardOf(path)) }),
        );
      });
  return {
    anywhere: (word) => readers(others, word, (syntax) => wordsIn(syntax, word).map(({ at }) => at)),
    below: (asked) => readers(others.filter(isBelow), asked.word, (syntax) => readsAbove(syntax, asked, place)),
    ownWhere: () => underAll(guardOf(facade)),
  };
}

/** The `cfg` of the `mod` lines through which a file is reached. Where it is reached twice, nothing is certain. */
function fileGuards(view: View): (path: string) => readonly string[] {
  let parents: Map<string, { readonly path: string; readonly cfg: readonly string[] } | null> | null = null;
  const read = (): NonNullable<typeof parents> => {
    const found: NonNullable<typeof parents> = new Map();
    for (const { kind, path, cfg, targets } of composition.run(view).splices)
      if (kind === 'mod' || kind === 'path' || kind === 'include')
        for (const target of targets) found.set(target, found.has(target) ? null : { path, cfg });
    return found;
  };
  return (path) => {
    parents ??= read();
    const found: string[] = [];
    const seen = new Set<string>();
    for (let at = parents.get(path); at && !seen.has(at.path); at = parents.get(at.path)) {
      seen.add(at.path);
      found.push(...at.cfg);
    }
    return found;
  };
}
