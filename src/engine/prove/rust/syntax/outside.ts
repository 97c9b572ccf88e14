import { composition } from '../../../../../analyzers/composition/index.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { isOtherTarget } from '../../../../languages/rust/other-targets.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readUses } from '../../../../languages/rust/read-uses.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { readUseTree } from '../../../../languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { packageFolder } from '../read-packages.ts';
import type { Formula } from './cfg-formula.ts';
import { underAll } from './cfg-formula.ts';
import { readGuards } from './guards.ts';

import { modLines } from './parts-of.ts';

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
  readonly below: (word: string) => readonly Reader[];
  /** What holds wherever the facade exists. */
  readonly ownWhere: () => Formula;
}

type ModulePath = () => readonly string[] | null;

/** @param isOwn true for the parts, and for files that these splice */
export function readOutside(
  after: View,
  facade: string,
  isOwn: (path: string) => boolean,
  modulePath: ModulePath,
): Outside {
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
  const readers = (paths: readonly string[], word: string, placesIn: (syntax: Syntax, word: string) => number[]) =>
    paths
      .filter((path) => wordsOf(after, path).has(word))
      .flatMap((path) => {
        const syntax = after.syntax(path);
        const guards = readGuards(syntax);
        return placesIn(syntax, word).map(
          (at): Reader => ({ where: underAll(guards(at)), fileWhere: () => underAll(guardOf(path)) }),
        );
      });
  return {
    anywhere: (word) => readers(others, word, wordsIn),
    below: (word) => readers(others.filter(isBelow), word, (syntax, one) => readsAbove(syntax, one, modulePath)),
    ownWhere: () => underAll(guardOf(facade)),
  };
}

/** Where a file has a word outside of its comments. */
function wordsIn(syntax: Syntax, word: string): number[] {
  const found: number[] = [];
  const pattern = new RegExp(`(?<![\\p{XID_Continue}])${word}(?![\\p{XID_Continue}])`, 'u');
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.after[node] !== node + 1) continue;
    const kind = kindOf(syntax, node);
    const counts = kind.endsWith('identifier') || kind === 'string_content' || kind.startsWith('shorthand_');
    if (counts && pattern.test(textOf(syntax, node))) found.push(syntax.start[node]!);
  }
  return found;
}

const RELATIVE = /\b(?:super|crate|self)\s*(?:::\s*(?:r#)?\w+\s*)+/g;
const GLOB = /\b(?:super|crate)(?:\s*::\s*\w+)*\s*::\s*(?:\*|\{[^}]*\*)/;

/** Where a file reads a name of a module above it: by a path that leads up, by an import, or by its plain name below a glob. */
function readsAbove(syntax: Syntax, word: string, modulePath: ModulePath): number[] {
  const found: number[] = [];
  for (const match of syntax.text.matchAll(RELATIVE)) {
    const segments = match[0].split('::').map((one) => plainName(one.trim()));
    if (leadsHere(segments, word, modulePath)) found.push(match.index);
  }
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'use_declaration' && importsUp(syntax, node, word, modulePath))
      found.push(syntax.start[node]!);
  if (GLOB.test(syntax.text)) for (const use of readUses(syntax, new Set())) if (use.name === word) found.push(use.at);
  const comments = commentsIn(syntax);
  return found.filter((at) => !comments.some(({ start, end }) => start <= at && at < end));
}

const importsUp = (syntax: Syntax, node: Node, word: string, modulePath: ModulePath): boolean =>
  readUseTree(syntax, node).some(
    ({ segments }) => /^(?:super|crate|self)$/.test(segments[0] ?? '') && leadsHere(segments, word, modulePath),
  );

/** True where a path may lead to a name of the module: from the root, right behind the module's own path. */
function leadsHere(segments: readonly string[], word: string, modulePath: ModulePath): boolean {
  const places = segments.flatMap((one, i) => (i > 0 && one === word ? [i] : []));
  if (places.length === 0 || segments[0] !== 'crate') return places.length > 0;
  const own = modulePath();
  return own === null || places.some((at) => segments.slice(1, at).join('::') === own.join('::'));
}

function commentsIn(syntax: Syntax): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (isComment(kindOf(syntax, node))) found.push({ start: syntax.start[node]!, end: syntax.end[node]! });
  return found;
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
