import { enumMembers } from '../../../../analyzers/readings/python/enum-members.ts';
import { foreignClass } from '../../../../analyzers/readings/python/foreign-class.ts';
import { harvestPatches, type PatchSite } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { namesOfBuilds } from '../../../../analyzers/readings/python/names-of-builds.ts';
import { namespaceAsker } from '../../../../analyzers/readings/python/namespace-askers.ts';
import { mayWrite } from '../../../../analyzers/readings/python/namespace-writes.ts';
import { settleAsks } from '../../../../analyzers/readings/python/settle-asks.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import type { ChangeSet } from '../../../core/change-set.ts';
import { conservation } from '../../../core/conservation.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import { lazyImport } from '../../../languages/python/lazy-imports.ts';
import { listsNamespace } from '../../../languages/python/lists-namespace.ts';
import { pythonOutline } from '../../../languages/python/outline.ts';
import { marksFrames, readsFrameName, recognisesOwnFile } from '../../../languages/python/own-file.ts';
import { sourceReaders } from '../../../languages/python/source-readers.ts';
import { namespaceWriter } from '../../../languages/python/writes-namespace.ts';
import type { Syntax } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { type DeclaredCut, declaredCuts } from './declared-cuts.ts';
import { annotationsKept, partVariables } from './declared-names.ts';
import type { Defect } from './defect.ts';
import { environmentBefore, environmentsAfter } from './environment.ts';
import { fileWide } from './file-wide.ts';
import { foundByFolder } from './found-by-folder.ts';
import { identityOf, isIdentity, writtenParts } from './generated.ts';
import { calledAs, givenNames } from './given-names.ts';
import { importOrder } from './import-order.ts';
import { lateImports } from './late-imports.ts';
import { matchStatements } from './match-statements.ts';
import { moduleFiles } from './module-files.ts';
import { moduleLife } from './module-life.ts';
import { openQuestions } from './open-questions.ts';
import { ownWrites } from './own-writes.ts';
import { postedModels } from './posted-models.ts';
import { type PythonFile, readFile } from './read-file.ts';
import { reexports } from './reexports.ts';
import { resolveReads } from './resolve-reads.ts';
import { shadowedParts } from './shadowed-parts.ts';
import { shippedFiles } from './shipped-files.ts';
import { type SplitShape, splitShapes } from './split-shape.ts';
import { starShadows } from './star-shadows.ts';
import { unnamedModules } from './unnamed-modules.ts';

/**
 * The S rung: P1 to P4 and the reach of patches, from our own parser. Executes nothing.
 * @param asked `leavesNames`: M is not asked either, and what moved under another `__module__` is compared by nothing, as the proof then says;
 * `isJoin`: the change is a join, read backwards
 */
export function proveStatic(
  before: View,
  after: View,
  changeSet: ChangeSet | null,
  paths: readonly string[],
  { leavesNames = true, isJoin = false }: { readonly leavesNames?: boolean; readonly isJoin?: boolean } = {},
): Proof[] {
  const { cuts, from, defects: wrong } = declaredCuts(before, after, changeSet);
  const { splits, strays } = splitShapes(from, after, paths);
  const defects: Defect[] = [
    ...strays.map((path) => ({ path, why: 'no module that was there before imports it' })),
    ...wrong,
  ];
  if (changeSet)
    for (const { path, why, start } of conservation(changeSet, before.text))
      defects.push({ path: paths.includes(path) ? path : (paths[0] ?? path), why: `${path} at ${start}: ${why}` });
  const shown = new Map<string, string>();
  const open: (readonly [path: string, why: string])[] = [];
  for (const split of splits) {
    const bound = cuts.filter(({ path }) => path === split.before.path);
    defects.push(...defectsOf({ before, from, after }, split, isJoin), ...foreignNames(before, split, bound));
    for (const { path } of [split.facade, ...split.parts]) shown.set(path, saidOf(split, bound));
    open.push(...openQuestions(before, split, leavesNames));
  }
  return paths.map((path) => {
    const bound = defects.filter((defect) => defect.path === path);
    const proof = proofOf(path, bound, shown.get(path) ?? 'nothing of it changed');
    return open.filter(([one]) => one === path).reduce((weak, [, why]) => weaken(weak, why), proof);
  });
}

function proofOf(path: string, [first, ...more]: readonly Defect[], shown: string): Proof {
  const why = first && `${first.why}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
  return { rung: 'S', path, configuration: '-', verdict: first ? 'failed' : 'proven', why: why ?? shown };
}

function saidOf({ before }: SplitShape, { length }: readonly DeclaredCut[]): string {
  const changed = length === 0 ? '' : ` but for ${length} declared import${length === 1 ? '' : 's'} in functions`;
  return `${before.statements.length} statements, each once, token for token${changed}; every name means the same; the order of imports is kept`;
}

/** The state before, the same with declared imports in its functions, and the state after. */
interface States {
  readonly before: View;
  readonly from: View;
  readonly after: View;
}

function defectsOf({ before, from, after }: States, split: SplitShape, isJoin: boolean): Defect[] {
  const { path } = split.before;
  const outline = from.facts(path, pythonOutline);
  if (outline.status !== 'ok')
    return [{ path: split.facade.path, why: 'the file before has syntax that is not understood' }];
  const settled = settleAsks(from, path, outline.value);
  const matching = matchStatements(split);
  const writes = writesTo(before, split);
  const certain = new Map<string, boolean>();
  for (const unit of outline.value.units)
    for (const one of unit.defines) certain.set(one.name, one.certain || (certain.get(one.name) ?? false));
  const uncertain = new Set([...certain].filter(([, sure]) => !sure).map(([name]) => name));
  return [
    ...matching.defects,
    ...resolveReads(split, matching, {
      uncertain,
      makesNames: namespaceWriter(outline.value, before.text(path)) !== null,
      isSet: (name) => writes.some((one) => !one.hidden && mayWrite(one, name)),
      isJoin,
    }),
    ...starShadows(split, matching),
    ...reexports(after, split),
    ...importOrder(before, split, matching, settled),
    ...patchReach(before, split, writes),
    ...otherClass(before, after, split, writes),
    ...foreignFrames(before.syntax(path), split),
    ...namespaceAskers(before, split),
    ...unnamedParts(before.syntax(path), split),
    ...lazyLoads(before, after, split),
    ...unseenSource(after, split),
    ...unnamedModules(split),
    ...annotationsKept(split),
    ...givenNames(split),
    ...moduleLife(before, split),
    ...lateImports(before, split, matching),
    ...shippedFiles(before, after, split),
    ...fileWide(before, after, split),
    ...shadowedParts(before, after, split),
    ...moduleFiles(before, after, split),
    ...foundByFolder(after, split),
    ...readByBuilds(before, split),
    ...postedModels(before, split, matching),
  ];
}

/** What a build backend reads from the text of the module is in it. */
function readByBuilds(view: View, { before, facade }: SplitShape): Defect[] {
  const bound = (file: PythonFile): string[] =>
    file.statements.flatMap(({ kind, binds }) => (kind === 'import' ? [] : binds));
  const left = new Set(bound(facade));
  return [...namesOfBuilds(view, before.path)]
    .filter(([name]) => bound(before).includes(name) && !left.has(name))
    .map(([name, by]) => ({
      path: facade.path,
      why: `${by} has ${name} read from the text of the file, where it is no more`,
    }));
}

/** Code in a part has another file and other globals than the module's: code that recognises its own frames by them takes it for foreign. */
function foreignFrames(syntax: Syntax, { before, facade, parts }: SplitShape): Defect[] {
  const { text } = syntax;
  const asked =
    parts.length === 0 ? null : (recognisesOwnFile(syntax) ?? marksFrames(syntax) ?? listsNamespace(syntax));
  if (asked === null) return [];
  const reader = text.slice(asked.start, asked.end);
  return [
    {
      path: facade.path,
      why: `${before.name.dotted} recognises its own code by ${reader}, and would not recognise code in another file`,
    },
  ];
}

/** Other code that looks into the module's namespace finds fewer names in a part, or a facade that is not complete yet. */
function namespaceAskers(view: View, { before, facade, parts }: SplitShape): Defect[] {
  const asker = parts.length === 0 ? null : namespaceAsker(view, before.path);
  return asker === null ? [] : [{ path: facade.path, why: `${asker}: a part has fewer names than the module` }];
}

/** Code that reads a frame's module name gets a part's `__name__`: it has to be the module's. */
const unnamedParts = (syntax: Syntax, { before, parts }: SplitShape): Defect[] =>
  readsFrameName(syntax)
    ? parts
        .filter(({ statements }) => !statements.some(({ text }) => identityOf(text)?.name === calledAs(before)))
        .map(({ path }) => ({
          path,
          why: `${before.name.dotted} reads the module name from frames, and this part has another one`,
        }))
    : [];

/** What is loaded when a name is read first is another question than the order of imports. */
const lazyLoads = (before: View, after: View, { before: old, facade, parts }: SplitShape): Defect[] =>
  (parts.length === 0 ? [] : [before.syntax(old.path), ...[facade, ...parts].map(({ path }) => after.syntax(path))])
    .filter((syntax) => lazyImport(syntax) !== null)
    .slice(0, 1)
    .map(() => ({ path: facade.path, why: `${old.name.dotted} has lazy imports` }));

/** What looks for its own source by the name of its module finds none in a part that goes by another name. */
const unseenSource = (after: View, { before, parts }: SplitShape): Defect[] =>
  parts
    .filter(({ statements }) => statements.some(({ text }) => isIdentity(text)))
    .flatMap(({ path }) =>
      sourceReaders(after.syntax(path)).map(({ start, end }) => {
        const [asked] = after
          .text(path)
          .slice(start, end)
          .split(/[\r\n]/);
        return { path, why: `${asked} reads its source from the file of ${before.name.dotted}` };
      }),
    );

/** P3 for names that functions import: the part that they ask gives what the name meant. */
function foreignNames(before: View, split: SplitShape, cuts: readonly DeclaredCut[]): Defect[] {
  if (cuts.length === 0) return [];
  const matching = matchStatements(split);
  const earlier = environmentBefore({ ...split, before: readFile(before, split.before.path) });
  const later = environmentsAfter(split, matching);
  return cuts.flatMap(({ module, names, created }) => {
    const part = split.parts.find(({ name }) => name.dotted === module);
    const now = part ? later(part).names : new Map<string, ReadonlySet<string>>();
    return names.flatMap((name): Defect[] => {
      const [a, b] = [earlier.names.get(name), now.get(name)].map((meaning) => [...(meaning ?? [])].sort().join());
      return a === b && a !== '' ? [] : [{ path: created, why: `${module} does not define ${name}` }];
    });
  });
}

/** Where the workspace, the module itself among it, writes to the module. */
function writesTo(before: View, { before: { path } }: SplitShape): PatchSite[] {
  const source = readSource(before, path);
  const looked = ownWrites(before.syntax(path), source.name.dotted, (given) => enumMembers(before, path, given));
  return [...harvestPatches(before, source), ...looked.map((write) => ({ ...write, path }))];
}

/** P7, as far as the text shows: what the workspace writes to the module from outside reaches every part that holds the name. */
function patchReach(before: View, split: SplitShape, writes: readonly PatchSite[]): Defect[] {
  const variables = partVariables(split);
  const reached = new Set(writtenParts(split).map((name) => variables.get(name)));
  const bound = new Set(split.before.statements.flatMap(({ binds }) => binds));
  return writes.flatMap((site): Defect[] => {
    const { name, path, line, hidden, isPrefix } = site;
    const isFunctions = hidden && name !== null && bound.has(name) && isThroughFunction(before, path, line);
    const missed = isFunctions
      ? split.parts[0]
      : split.parts.find((part) => holds(part, bound, site) && (hidden || !reached.has(part)));
    const written = name === null ? 'a name' : isPrefix ? `names that begin with ${name}` : name;
    return missed
      ? [
          {
            path: split.facade.path,
            why: `${path}:${line} writes to ${written} of the module, and ${missed.name.dotted} would keep the old value`,
          },
        ]
      : [];
  });
}

/** Another file gives the module another class, and takes that of the facade away, by which it hands on what is written. */
function otherClass(view: View, after: View, { before, facade }: SplitShape, writes: readonly PatchSite[]): Defect[] {
  const swap = foreignClass(view, before.path, writes);
  return swap === undefined || !/\.__class__\s*=(?!=)/.test(after.text(facade.path))
    ? []
    : [{ path: facade.path, why: `${swap.path}:${swap.line} gives the module another class than the facade's` }];
}

/** `f.__globals__` of a function is the namespace of the part that it moved to, where the name may be another file's. */
const isThroughFunction = (view: View, path: string, line: number): boolean =>
  (view.text(path).split('\n')[line - 1] ?? '').includes('__globals__');

/** A part binds or reads a name of the module that may be written to; a name that no line binds is built in until then. */
const holds = (part: PythonFile, bound: ReadonlySet<string>, site: PatchSite): boolean =>
  part.statements.some(({ binds, reads }) =>
    [...binds, ...reads.map(({ name }) => name)].some(
      (name) => (bound.has(name) || site.name === name) && mayWrite(site, name),
    ),
  );
