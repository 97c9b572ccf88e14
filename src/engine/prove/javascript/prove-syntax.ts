import { markupNames } from '../../../../analyzers/readings/javascript/markup-names.ts';
import { openModules } from '../../../../analyzers/readings/javascript/open-modules.ts';
import { stackReader } from '../../../../analyzers/readings/javascript/stack-readers.ts';
import type { ChangeSet } from '../../../core/change-set.ts';
import { conservation } from '../../../core/conservation.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { lostDocType } from './doc-types.ts';
import { enumLink } from './enum-links.ts';
import { type Family, familiesOf } from './families.ts';
import { followExported, type ModuleSet, readsOf } from './follow-name.ts';
import { judgeComments } from './judge-comments.ts';
import { judgeCommon } from './judge-common.ts';
import { judgeExtended } from './judge-extended.ts';
import { judgeLoading } from './judge-loading.ts';
import { judgePackages } from './judge-packages.ts';
import { judgePlaces } from './judge-places.ts';
import { judgeReached } from './judge-reached.ts';
import { judgeRoutes } from './judge-routes.ts';
import { judgeTaken, mayBeTaken } from './judge-taken.ts';
import type { EsModule } from './read-es-module.ts';
import { statementText } from './statement-text.ts';
import { type TypeLink, typeLink } from './type-links.ts';

/** The S rung: nothing lost, doubled or changed, each name leads where it led, what acts keeps its order. Executes nothing. */
export function proveSyntax(before: View, after: View, paths: readonly string[], changeSet: ChangeSet | null): Proof[] {
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'S',
    path,
    configuration: '-',
    verdict,
    why,
  });
  const violations = changeSet ? conservation(changeSet, (path) => before.text(path)) : [];
  if (violations.length > 0) {
    const { path, code, start, end, why } = violations[0]!;
    return paths.map((one) => proof(one, 'failed', `${path} ${start}..${end} ${code}: ${why}`));
  }
  const { families, problems } = familiesOf(before, after, paths);
  const proofs = [...problems].map(([path, why]) => proof(path, 'failed', why));
  for (const family of families) {
    const { why, link } = judgeFamily(before, after, family);
    const count = family.before.reduce((sum, module) => sum + module.statements.length, 0);
    const old = family.before.map(({ path }) => path);
    const proven = (path: string): Proof =>
      withUnseen(proof(path, 'proven', `${count} statements, all exports and names resolve as before`), old, [
        before,
        after,
      ]);
    for (const { path } of family.after)
      proofs.push(why === null ? withLink(proven(path), link) : proof(path, 'failed', why));
  }
  return proofs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const withLink = (proof: Proof, link: TypeLink | null): Proof =>
  link !== null && link.path === proof.path ? weaken(proof, link.why) : proof;

/** What a new file may be taken for by where it lies, and what its comments name. */
function withUnseen(proof: Proof, old: readonly string[], [before, after]: readonly [View, View]): Proof {
  if (before.file(proof.path)) return proof;
  const type = lostDocType(before, after, old, proof.path);
  const stack = stackReader(after, proof.path);
  const reasons = [
    mayBeTaken(before, after, proof.path),
    stack === null ? null : `${stack} finds a file by the stack, on which what moved has another (J94)`,
    type === null ? null : `its comments name the type ${type}, which a comment of ${old[0]} defines`,
  ];
  return reasons.reduce((told: Proof, why) => (why === null ? told : weaken(told, why)), proof);
}

/** The first thing that is not as it was, or null; with it a link that nothing here is seen to trip over. */
function judgeFamily(before: View, after: View, family: Family): { why: string | null; link: TypeLink | null } {
  const labels = matchStatements(before, after, family);
  if (typeof labels === 'string') return { why: labels, link: null };
  const first = { set: labels.before, modules: openModules(before) };
  const second = { set: labels.after, modules: openModules(after) };
  const why =
    judgePlaces(before, family, labels.before, labels.after) ??
    judgePackages(before, after, family) ??
    judgeTaken(before, after, family) ??
    judgeReached(before, after, family) ??
    judgeRoutes(before, after, family) ??
    judgeExtended(before, after, family) ??
    judgeComments(family, { before, after }, labels.before, labels.after) ??
    judgeExports(family, labels.before, labels.after) ??
    judgeReads(before, family, labels.before, labels.after) ??
    judgeCommon(before, family, first, second) ??
    judgeLoading(before, family, first, second);
  const link = why === null ? (typeLink(after, family, labels.before, labels.after) ?? enumLink(after, family)) : null;
  return link === null || link.compiler === null
    ? { why, link }
    : { why: `${link.why}, as ${link.compiler} does`, link: null };
}

const setOf = (modules: readonly EsModule[], labels: ReadonlyMap<EsModule, readonly string[]>): ModuleSet => ({
  modules: new Map(modules.map((module) => [module.path, module])),
  label: (module, statement) => labels.get(module)![module.statements.indexOf(statement)]!,
});

/** Gives each statement the same label before and after, or says which has no other. */
function matchStatements(before: View, after: View, family: Family): { before: ModuleSet; after: ModuleSet } | string {
  const waiting = new Map<string, string[]>();
  const first = new Map<EsModule, string[]>();
  for (const module of family.before)
    first.set(
      module,
      module.statements.map((statement, i) => {
        const label = `${module.path}#${i}`;
        const text = statementText(before, module, statement);
        waiting.set(text, [...(waiting.get(text) ?? []), label]);
        return label;
      }),
    );
  const second = new Map<EsModule, string[]>();
  for (const module of family.after) {
    const labels: string[] = [];
    for (const statement of module.statements) {
      const label = waiting.get(statementText(after, module, statement))?.shift();
      if (label === undefined) return `${module.path} has a statement that is new: ${headOf(module, statement)}`;
      labels.push(label);
    }
    second.set(module, labels);
  }
  const lost = [...waiting.values()].flat()[0];
  if (lost !== undefined) {
    const [path, index] = lost.split('#') as [string, string];
    const module = family.before.find((one) => one.path === path)!;
    return `a statement of ${path} is gone: ${headOf(module, module.statements[Number(index)]!)}`;
  }
  return { before: setOf(family.before, first), after: setOf(family.after, second) };
}

const headOf = ({ syntax }: EsModule, statement: number): string =>
  syntax.text
    .slice(syntax.start[statement]!, Math.min(syntax.end[statement]!, syntax.start[statement]! + 60))
    .split('\n')[0]!;

/** The public face: the same names, each a type or a value or both as it was, each the same thing. */
type Side = readonly [ModuleSet, Family['before'][number]];

function judgeExport(family: Family, [first, old]: Side, [second, now]: Side, name: string): string | null {
  const before = old.exports.get(name);
  const after = now.exports.get(name);
  if (!before) return `${old.path} exports \`${name}\`, which it did not before`;
  if (!after) return `${old.path} no longer exports \`${name}\``;
  const a = followExported(first, old, before);
  const b = followExported(second, now, after);
  if (a.to !== b.to)
    return `the export \`${name}\` of ${old.path} means something else: ${describe(family, a.to)} became ${describe(family, b.to)}`;
  if (a.value !== b.value)
    return `the export \`${name}\` of ${old.path} ${a.value ? 'lost its value: it is a type only' : 'was a type only'}`;
  return a.type && !b.type ? `the export \`${name}\` of ${old.path} lost its type` : null;
}

function judgeExports(family: Family, first: ModuleSet, second: ModuleSet): string | null {
  for (const old of family.before) {
    const now = family.after.find(({ path }) => path === old.path);
    if (!now) return `${old.path} is gone`;
    const names = new Set([...old.exports.keys(), ...now.exports.keys()]);
    for (const name of names) {
      const why = judgeExport(family, [first, old], [second, now], name);
      if (why !== null) return why;
    }
    if (old.stars.join() !== now.stars.join()) return `${old.path} re-exports whole modules`;
  }
  return judgeDirectives(family, first, second);
}

/** `'use client'` applies to the statements of its file, wherever they go. */
function judgeDirectives(family: Family, first: ModuleSet, second: ModuleSet): string | null {
  const directivesOf = new Map(
    family.before.flatMap((old) =>
      old.statements.map((statement): [string, string] => [first.label(old, statement), old.directives.join()]),
    ),
  );
  for (const module of family.after) {
    const directives = module.directives.join();
    const old = family.before.find(({ path }) => path === module.path);
    // Its exports are called over the network: a name of another file is none of them.
    if (old?.directives.some((one) => one.slice(1, -1) === 'use server') && family.after.length > 1)
      return `${old.path} has server actions, which cannot be moved to another file`;
    if (old && old.directives.join() !== directives) return `${old.path} has other directives`;
    if (module.statements.some((statement) => directivesOf.get(second.label(module, statement)) !== directives))
      return `${module.path} does not have the directives of the file that it came from`;
  }
  return null;
}

function judgeReads(before: View, family: Family, first: ModuleSet, second: ModuleSet): string | null {
  const unseen = family.before.flatMap((module) =>
    markupNames(before, module.path).filter((name) => module.names.scopes[0]!.names.has(name)),
  );
  const reads = new Map<string, Map<string, string>>();
  for (const module of family.before)
    for (const statement of module.statements)
      reads.set(first.label(module, statement), readsOf(first, module, statement, unseen));
  for (const module of family.after) {
    const written = module.names.free.find(({ write, name }) => write && module.imports.has(name));
    if (written) return `${module.path} assigns \`${written.name}\`, which it imports`;
    for (const statement of module.statements) {
      const earlier = reads.get(second.label(module, statement));
      const read = [...readsOf(second, module, statement, unseen)].find(([name, to]) => earlier?.get(name) !== to);
      if (read === undefined) continue;
      const [name, to] = read;
      return `\`${name}\` in ${module.path} is ${describe(family, to)}, and was ${describe(family, earlier?.get(name) ?? 'nothing')}`;
    }
  }
  return null;
}

/** A label in words. */
function describe(family: Family, to: string): string {
  const [path, index] = to.split(/ \+ | as /)[0]!.split('#');
  const module = family.before.find((one) => one.path === path);
  return module && index !== undefined ? `\`${headOf(module, module.statements[Number(index)]!)}\`` : to;
}
