import { onlyAsks } from '../../../../analyzers/readings/javascript/only-asks.ts';
import type { Proof } from '../../../core/evidence.ts';
import { callsAnything } from '../../../languages/javascript/calls-anything.ts';
import { kindOf, type Node } from '../../../languages/syntax.ts';
import { builtFilesOf } from '../../../workspace/javascript/built-files.ts';
import { isIgnoredByGit } from '../../../workspace/javascript/git-ignores.ts';
import { saysNoEffects } from '../../../workspace/javascript/package-lists.ts';
import { packingOf } from '../../../workspace/javascript/packing.ts';
import type { Change } from './change.ts';
import { familiesOf } from './families.ts';
import type { EsModule } from './read-es-module.ts';

/** What S says of the lists around the code: a part is published, committed and kept by bundlers where the file was. Only what fails. */
export function proveShipping(change: Change): Proof[] {
  const proof = (path: string, why: string): Proof => ({ rung: 'S', path, configuration: '-', verdict: 'failed', why });
  const lost = change.folds.flatMap(([part, facade]) => {
    const why = notShipped(change, part, facade) ?? notSeen(change, part, facade);
    return why === null ? [] : [proof(part, why)];
  });
  return [...lost, ...lostEffects(change).map(({ path, why }) => proof(path, why))];
}

function notShipped({ before, after }: Change, part: string, facade: string): string | null {
  const old = packingOf(before, facade);
  if (!old) return null;
  const built = builtFilesOf(before, facade);
  const names = [part, ...built(part)];
  const now = packingOf(after, facade);
  const missing = [facade, ...built(facade)].findIndex((name, i) => old.ships(name) && !now?.ships(names[i]!));
  return missing === -1 ? null : `the package ships what is built from ${facade}, and not ${names[missing]}`;
}

const notSeen = ({ before, after }: Change, part: string, facade: string): string | null =>
  isIgnoredByGit(after, part) && !isIgnoredByGit(before, facade) ? `an ignore file of git names ${part}` : null;

/** A bundler leaves out a module without effects of which no name is used: statements that act stay with what they act upon. */
function lostEffects({ before, after, paths, folds }: Change): { path: string; why: string }[] {
  const why =
    'a statement with effects is separated from what it acts upon, and `sideEffects` of package.json lets bundlers leave it out';
  return familiesOf(before, after, paths).families.flatMap((family) => {
    const parts = new Set(folds.map(([part]) => part));
    if (!family.after.some(({ path }) => parts.has(path))) return [];
    const inside = new Map(family.after.map((module) => [module.path, module]));
    return family.after
      .filter((module) => saysNoEffects(after, module.path))
      .filter((module) => {
        // A list that names the old file and not the part: bundlers kept its effects, and would leave these out.
        const listed = family.before.some(({ path }) => !saysNoEffects(before, path));
        return module.statements.some((node) => actsApart(module, node, inside) || (listed && acts(module, node)));
      })
      .map(({ path }) => ({ path, why }));
  });
}

const acts = ({ syntax }: EsModule, node: Node): boolean =>
  /^(expression_statement|(if|for|for_in|while|do|try|switch)_statement|statement_block)$/.test(kindOf(syntax, node));

function actsApart(module: EsModule, node: Node, family: ReadonlyMap<string, EsModule>): boolean {
  const { imports } = module;
  if (!acts(module, node)) return false;
  const { read, declares } = reachedBy(module, node, (name) => isEnum(module, family, name));
  return !declares || [...read].some((name) => family.has(imports.get(name)?.module ?? ''));
}

/** Does `enum` declare a name, here or in the module of the family that it is imported from? */
function isEnum(module: EsModule, family: ReadonlyMap<string, EsModule>, name: string): boolean {
  const from = module.imports.get(name);
  const maker = from ? family.get(from.module) : module;
  const exported = from ? maker?.exports.get(from.name) : { local: name };
  const local = exported && 'local' in exported ? exported.local : null;
  const makers = maker?.outline.units.filter(({ defines }) => defines.some((one) => one.name === local)) ?? [];
  return makers.length > 0 && makers.every(({ kind }) => kind === 'enum');
}

/**
 * Values that a statement may act upon: those that it reads, and where it calls something, what the module's statements that declare them read
 * in turn.
 */
function reachedBy(
  { syntax, names, imports, statements }: EsModule,
  acting: Node,
  isEnumName: (name: string) => boolean,
): { readonly read: ReadonlySet<string>; readonly declares: boolean } {
  const inside = (node: Node, at: number): boolean => syntax.start[node]! <= at && at < syntax.end[node]!;
  const goesOn = callsAnything(syntax, acting);
  const read = new Set<string>();
  const seen = new Set([acting]);
  const waiting = [acting];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const now = next;
    for (const one of names.free)
      if (inside(now, one.at) && one.space !== 'type' && !one.erased && !onlyAsks(syntax, one, isEnumName(one.name)))
        read.add(one.name);
    if (!goesOn) break;
    const makers = statements.filter(
      (node) =>
        !seen.has(node) &&
        names.declarations.some(({ name, scope, at }) => scope === 0 && read.has(name) && inside(node, at)),
    );
    for (const node of makers) seen.add(node);
    waiting.push(...makers);
  }
  const declares = names.declarations.some(({ scope, name }) => scope === 0 && read.has(name) && !imports.has(name));
  return { read, declares };
}
