import { composition } from '../../../../../analyzers/composition/index.ts';
import { crateOf } from '../../../../../analyzers/readings/rust/crate-of.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { readerFiles } from '../../../../../analyzers/readings/rust/reader-files.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { packageFolder } from '../read-packages.ts';
import { ALWAYS, type Formula, underAll } from './cfg-formula.ts';
import { glueingFiles } from './glueing-files.ts';
import { readGuards } from './guards.ts';
import { modLines } from './parts-of.ts';
import { type AbovePlace, type Asked, readsAbove, seesAbove } from './reads-above.ts';
import { hasWord, wordsIn } from './words-in.ts';

/** One place where another file reads a name. */
export interface Reader {
  /** What holds there, by the file itself. */
  readonly where: Formula;
  /** What holds for the whole file: the conditions of the `mod` lines above it. */
  readonly fileWhere: () => Formula;
}

/** Who, outside of a facade and its parts, reads a name of it. */
export interface Outside {
  /** Who may read a public name: anybody, where the package has a library, and else the files of the package. */
  readonly anybody: (word: string) => readonly Reader[];
  /** Files of the package that are compiled with it, by words. */
  readonly anywhere: (word: string) => readonly Reader[];
  /** Files below the module: they see its private names too. */
  readonly below: (asked: Asked) => readonly Reader[];
  readonly filesBelow: () => readonly string[];
  /** Those of them that have all names of the module by a glob. */
  readonly seeingAll: () => readonly string[];
  /** What holds for a whole file. */
  readonly whereOf: (path: string) => Formula;
  /** What holds wherever the facade exists. */
  readonly ownWhere: () => Formula;
}

/** @param isOwn true for the parts, and for files that these splice */
export function readOutside(after: View, facade: string, isOwn: (path: string) => boolean, place: AbovePlace): Outside {
  const folder = packageFolder(after, facade);
  const files = readerFiles(after, facade, folder === null || folder === '' ? '' : `${folder}/`);
  const others = files.sources.filter((path) => !isOwn(path));
  const isBelow = belowOf(after, facade);
  const guardOf = fileGuards(after);
  const readers = (paths: readonly string[], word: string, placesIn: (syntax: Syntax) => number[]) =>
    paths
      .filter((path) => hasWord(after, path, word))
      .flatMap((path) => {
        const syntax = after.syntax(path);
        const guards = readGuards(syntax);
        return placesIn(syntax).map(
          (at): Reader => ({ where: underAll(guards(at)), fileWhere: () => underAll(guardOf(path)) }),
        );
      });
  const inSpliced = (word: string, mayRead: (by: string) => boolean): Reader[] =>
    files.spliced.filter(({ path, by }) => mayRead(by) && hasWord(after, path, word)).map(() => ANYWHERE);
  const inTemplates = (word: string): Reader[] =>
    files.templates
      .filter((path) => hasWord(after, path, word) && named(word).test(after.text(path)))
      .map(() => ANYWHERE);
  const glueing = glueingFiles(after, files.sources);
  const inGlued = (word: string, paths: readonly string[]): Reader[] =>
    paths.filter((path) => glueing(path).some((mayBe) => mayBe(word))).map(() => ANYWHERE);
  const mayRead = (path: string): boolean => path === facade || isOwn(path) || isBelow(path);
  const hasGenerated = (): boolean => files.sources.some((path) => mayRead(path) && hasWord(after, path, 'OUT_DIR'));
  const anywhere = (word: string): readonly Reader[] => [
    ...readers(others, word, (syntax) => wordsIn(syntax, word).map(({ at }) => at)),
    ...inSpliced(word, () => true),
    ...inTemplates(word),
    ...inGlued(word, others),
  ];
  const targets = crateOf(after, facade)?.targets ?? [];
  const isProgram = targets.length > 0 && targets.every(({ kind }) => kind !== 'lib');
  return {
    anybody: isProgram ? anywhere : () => [ANYWHERE],
    anywhere,
    below: (asked) => [
      ...readers(others.filter(isBelow), asked.word, (syntax) => readsAbove(syntax, asked, place)),
      ...inSpliced(asked.word, mayRead),
      ...inGlued(asked.word, others.filter(isBelow)),
      ...(asked.isPathOnly !== true && files.templates.length > 0 && hasGenerated() ? inTemplates(asked.word) : []),
    ],
    filesBelow: () => others.filter(isBelow),
    seeingAll: () => others.filter((one) => isBelow(one) && seesAbove(after.syntax(one), place.modulePath)),
    whereOf: (path) => underAll(guardOf(path)),
    ownWhere: () => underAll(guardOf(facade)),
  };
}

/** Wherever, and under any condition. */
export const ANYWHERE: Reader = { where: ALWAYS, fileWhere: () => ALWAYS };

/** A path to a name, as a template or a string of a build script has it: `crate::m::name`, `m::{other, name}`. */
const named = (word: string): RegExp =>
  new RegExp(`::\\s*(?:\\{[^{}]*)?(?<![\\p{XID_Continue}])${word}(?![\\p{XID_Continue}])`, 'u');

/** True for the files of modules below a file: those in its folder, and those that `#[path]` leads to, with what is below these. */
function belowOf(view: View, facade: string): (path: string) => boolean {
  const own = moduleFolder(view, facade);
  const mounted = new Set<string>();
  const open = [facade];
  // Of a file that no grammar is known for the words are asked for; its own modules are not followed.
  const isFollowed = (path: string): boolean => view.file(path)?.grammar === 'rust';
  for (const path of open)
    for (const { candidates, mounted: byPath } of modLines(view.syntax(path), path))
      for (const candidate of nearest(view, path, candidates))
        if ((byPath || path !== facade) && view.file(candidate)?.state === 'text' && !mounted.has(candidate)) {
          mounted.add(candidate);
          open.push(...[candidate].filter(isFollowed));
        }
  const lines = new Set(
    modLines(view.syntax(facade), facade).flatMap(({ candidates }) => nearest(view, facade, candidates)),
  );
  return (path) => lines.has(path) || mounted.has(path) || own === '' || path.startsWith(`${own}/`);
}

/** A file of the name beside the module is another module's where its own folder has one. */
function nearest(view: View, path: string, candidates: readonly string[]): readonly string[] {
  const folder = moduleFolder(view, path);
  const own = candidates.filter((one) => folder !== '' && one.startsWith(`${folder}/`));
  return own.some((one) => view.file(one)?.state === 'text') ? own : candidates;
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
