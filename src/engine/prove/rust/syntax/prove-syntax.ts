import { basename } from 'node:path/posix';
import { readMacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { ChangeSet } from '../../../../core/change-set.ts';
import { conservation } from '../../../../core/conservation.ts';
import type { Proof } from '../../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../../core/lines.ts';
import { isOtherTarget } from '../../../../languages/rust/other-targets.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { packageFolder } from '../read-packages.ts';
import { checkCalls } from './check-calls.ts';
import { checkMacros, type Mount } from './check-macros.ts';
import { checkImports, checkNames, checkVisible } from './check-names.ts';
import { type Collected, collectItems } from './collect-items.ts';
import { compareAudience } from './compare-audience.ts';
import { readScope } from './part-scope.ts';
import { type ModLine, modLines, type PartFile, partsOf } from './parts-of.ts';
import type { Problem } from './problem.ts';
import { type Facade, facadesOf, splicedPart } from './spliced-facade.ts';

/**
 * The S rung: nothing is executed. Every item of each changed file returns exactly once with equal tokens, up to the closed list of edits;
 * its audience is exactly what it was; the facade has every name it had; macros and names resolve to what they did.
 * @param paths changed Rust files that exist after the change
 */
export function proveSyntax(before: View, after: View, changeSet: ChangeSet | null, paths: readonly string[]): Proof[] {
  const problems: Problem[] = changeSet
    ? conservation(changeSet, before.text).map(({ path, start, why }) => ({ path, start, why }))
    : [];
  const changed = new Set(paths);
  const covered = new Set<string>();
  for (const facade of facadesOf(before, after, paths)) {
    const mountable = [...paths, ...facade.parts.map(({ path }) => path)].filter((path) => !facade.before.file(path));
    const parts = partsOf(after, facade.path, new Set(mountable));
    for (const path of [...parts.map((part) => part.path), ...splicedInto(facade, before, paths)]) covered.add(path);
    problems.push(...proveOne(facade, after, parts));
  }
  for (const path of paths)
    if (!covered.has(path)) problems.push({ path, start: 0, why: 'no changed file mounts it as a module' });
  // The offsets of a change set lie in the base file.
  const isBase = (problem: Problem | undefined, path: string): boolean =>
    changeSet !== null && problem?.path === path && before.file(path) !== undefined;
  return paths.map((path) => {
    const problem = problems.find((one) => one.path === path) ?? problems.find((one) => !changed.has(one.path));
    return proofOf(path, problem, isBase(problem, path) ? before : after);
  });
}

function proofOf(path: string, problem: Problem | undefined, view: View): Proof {
  const proof = { rung: 'S', path, configuration: '-' } as const;
  if (!problem) return { ...proof, verdict: 'proven', why: 'items, audiences and names are conserved' };
  const text = view.file(path) ? view.text(path) : '';
  const line = text === '' ? 1 : lineAt(lineStartsOf(text), Math.min(problem.start, text.length));
  return { ...proof, verdict: 'failed', why: `line ${line}: ${problem.why}` };
}

/** What a part splices itself is read with the part. */
const splicedInto = (facade: Facade, before: View, paths: readonly string[]): string[] =>
  paths.filter((path) => before.file(path) && !facade.before.file(path));

function proveOne(was: Facade, after: View, parts: readonly PartFile[]): Problem[] {
  const { before, path: facade } = was;
  const root = isRoot(before, facade);
  const beforeSyntax = before.syntax(facade);
  const scope = readScope(beforeSyntax, (offset) => was.placeOf(offset)?.stretch.cfg ?? []);
  const views = new Map(parts.map(({ path }) => [path, path === facade ? after : splicedPart(after, path)]));
  const syntaxes = new Map([...views].map(([path, view]) => [path, view.syntax(path)]));
  const lines = modLines(syntaxes.get(facade)!, facade);
  const opened = new Set(
    inlineModules(beforeSyntax).filter((name) => parts.some((part) => part.depth === 1 && part.name === name)),
  );
  const scopes = parts.map((file) => ({ file, scope: readScope(syntaxes.get(file.path)!) }));
  const place = { path: facade, depth: 0, inner: 0, root, reaches: () => true };
  const old = collectItems(beforeSyntax, place, opened);
  const is = scopes.flatMap(({ file, scope: own }) => {
    const moved = new Set(own.defines.map(({ name }) => name));
    const reaches = (name: string | null): boolean =>
      !opened.has(file.name) && (own.seesParent || (name !== null && moved.has(name)));
    return collectItems(
      syntaxes.get(file.path)!,
      { path: file.path, depth: file.depth, inner: 0, root, reaches },
      file.depth === 0 ? opened : new Set(),
    );
  });
  const pairs = pairUp(old, is, was, new Set(parts.map(({ name }) => name)));
  const problems = [...pairs.problems];
  for (const pair of pairs.pairs) {
    const now = pair.is;
    const wrong = compareAudience(pair.was.tokens, now.tokens);
    if (wrong) problems.push({ path: now.path, start: now.start, why: wrong });
  }
  const [main, ...others] = scopes;
  const isRead = wordsElsewhere(after, facade, (path) =>
    [...views].some(([part, view]) => path === part || !view.file(path)),
  );
  problems.push(
    ...checkNames(
      scope,
      main!,
      others.filter(({ file }) => !opened.has(file.name)),
      isRead,
    ),
  );
  problems.push(...checkImports(scope, [main!, ...others.filter(({ file }) => !opened.has(file.name))]));
  for (const part of others) if (!opened.has(part.file.name)) problems.push(...checkVisible(scope, part));
  problems.push(...freshNames(scope, parts, opened, facade));
  const mounts = new Map(parts.filter(({ depth }) => depth > 0).map((part) => [part.path, mountOf(lines, part)]));
  const syntaxOf = (path: string): Syntax => syntaxes.get(path)!;
  problems.push(
    ...checkCalls(
      pairs.pairs,
      readMacroDefinitions(before, facade),
      main!.scope,
      others.filter(({ file }) => !opened.has(file.name)),
      syntaxOf,
    ),
  );
  problems.push(...checkMacros(pairs.pairs, old, is, (path) => mounts.get(path) ?? null, syntaxOf));
  return problems;
}

interface Pair {
  readonly was: Collected;
  readonly is: Collected;
}

/** Every item before has one equal after, and nothing else appeared but what a split writes. */
function pairUp(
  was: readonly Collected[],
  is: readonly Collected[],
  { path: facade, placeOf }: Facade,
  modules: ReadonlySet<string>,
): { pairs: Pair[]; problems: Problem[] } {
  const pairs: Pair[] = [];
  const problems: Problem[] = [];
  const left = new Map<string, Collected[]>();
  for (const item of is) left.set(item.key, [...(left.get(item.key) ?? []), item]);
  const headers = new Set<string>();
  for (const old of was) {
    const list = left.get(old.key) ?? [];
    if (old.repeats) headers.add(old.key);
    const found =
      list.findIndex(({ path }) => path === facade) === -1 ? 0 : list.findIndex(({ path }) => path === facade);
    const [now] = list.splice(found, 1);
    if (now) pairs.push({ was: old, is: now });
    else
      problems.push({
        path: placeOf(old.start)?.path ?? facade,
        start: placeOf(old.start)?.at ?? old.start,
        why: `the ${old.kind} \`${old.name}\` is gone, or not what it was`,
      });
  }
  for (const list of left.values())
    for (const extra of list) {
      if (extra.repeats && headers.has(extra.key)) continue;
      if (extra.kind === 'use' || (extra.kind === 'mod' && extra.path === facade && modules.has(extra.name))) continue;
      problems.push({
        path: extra.path,
        start: extra.start,
        why: `the ${extra.kind} \`${extra.name}\` was not there before`,
      });
    }
  return { pairs, problems };
}

const inlineModules = (syntax: Syntax): string[] =>
  readScope(syntax).outline.units.flatMap(({ kind, name }) => (kind === 'mod' && name !== null ? [name] : []));

function freshNames(
  scope: ReturnType<typeof readScope>,
  parts: readonly PartFile[],
  opened: ReadonlySet<string>,
  facade: string,
): Problem[] {
  const types = new Set(
    [...scope.defines.filter(({ spaces }) => spaces.includes('type')), ...scope.imports].map(({ name }) => name),
  );
  const crates = new Set(['std', 'core', 'alloc']);
  return parts
    .filter(({ depth, name }) => depth === 1 && !opened.has(name) && (types.has(name) || crates.has(name)))
    .map(({ name }) => ({
      path: facade,
      start: 0,
      why: `the module name \`${name}\` was taken: a path that begins with it changes its meaning`,
    }));
}

function mountOf(lines: readonly ModLine[], { name, path }: PartFile): Mount {
  const line = lines.find((one) => one.name === name && one.candidates.includes(path));
  return { at: line?.start ?? Number.POSITIVE_INFINITY, macroUse: line?.macroUse ?? false };
}

function isRoot(view: View, path: string): boolean {
  const crates = view.manifests.crates;
  if (crates.some(({ targets }) => targets.some((target) => target.path === path))) return true;
  return crates.length === 0 && /^(lib|main)\.rs$/.test(basename(path));
}

/**
 * Words of the package's other files.
 * @param isOwn true for the parts, and for files that these splice
 */
function wordsElsewhere(after: View, facade: string, isOwn: (path: string) => boolean): (word: string) => boolean {
  const folder = packageFolder(after, facade);
  const scope = folder === null || folder === '' ? '' : `${folder}/`;
  const apart = isOtherTarget(facade, scope) ? () => false : (path: string) => isOtherTarget(path, scope);
  const others = after.files.filter(
    ({ path, grammar, state }) =>
      grammar === 'rust' && state === 'text' && path.startsWith(scope) && !isOwn(path) && !apart(path),
  );
  return (word) => others.some(({ path }) => wordsOf(after, path).has(word));
}
