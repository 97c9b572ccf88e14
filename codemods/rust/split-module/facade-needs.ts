import { type Need, needEither } from './guards.ts';
import type { ModuleLeaf, ModuleUse } from './module-names.ts';
import type { ImportContext } from './part-imports.ts';
import { isInherent } from './part-reader.ts';
import type { Read } from './reads.ts';
import { scopeNeeds } from './scope-needs.ts';

/** What the facade's imports must serve beside its own code. */
export interface FacadeReaders {
  /** Parts that see the whole facade: inline modules that become files, and those with a glob. */
  readonly seeing: readonly string[];
  /** What the other parts read through the facade. */
  readonly asked: ReadonlyMap<string, Need>;
  /** Imports that parts have now, with when they need them. */
  readonly taken: ReadonlyMap<ModuleLeaf, Need>;
  /** True for the facade's own uses: spliced ones may stand in a part. */
  readonly isHost: (use: ModuleUse) => boolean;
}

/** When the facade itself needs each import: for its code, for who reads through it, and for the imports that stay. */
export function facadeNeeds(context: ImportContext, readers: FacadeReaders): Map<ModuleLeaf, Need> {
  const { source, names } = context;
  const { mentions } = context.audience;
  const leafAt = new Map<number, ModuleLeaf>();
  for (const { leaves } of names.uses) for (const one of leaves) leafAt.set(source.syntax.start[one.leaf.node]!, one);
  const all = ['', ...readers.seeing]
    .flatMap((owner) => mentions.readBy(owner))
    .map((read) => ({ ...read, through: false }));
  const inUse = ({ at }: Read): boolean => names.uses.some(({ piece: { unit } }) => unit.start <= at && at < unit.end);
  const code = all.filter((read) => !inUse(read));
  const hosts = names.uses.filter((use) => readers.isHost(use));
  const heads = all.filter(({ at }) => hosts.some(({ piece: { unit } }) => unit.start <= at && at < unit.end));
  let found = needsOf(context, readers, code);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    const stays = (offset: number): boolean => {
      const leaf = leafAt.get(offset);
      return leaf === undefined || !readers.taken.has(leaf) || (found.get(leaf) ?? null) !== null;
    };
    found = needsOf(context, readers, [...code, ...heads.filter(({ at }) => stays(at))]);
  }
  return found;
}

function needsOf(
  { names, audience, guards }: ImportContext,
  readers: FacadeReaders,
  reads: readonly Read[],
): Map<ModuleLeaf, Need> {
  const { mentions, others } = audience;
  const owners = ['', ...readers.seeing];
  const members = owners
    .flatMap((owner) => mentions.membersReadBy(owner))
    .filter((read) => read.inScope && !isInherent(audience, read));
  const documented = new Set(owners.flatMap((owner) => mentions.documentedBy(owner)).map(({ name }) => name));
  const needs = scopeNeeds(names, { reads, members, documented, isOwn: () => false }, guards);
  const below = (one: ModuleLeaf): Need =>
    wordsOf(one).reduce<Need>((sum, word) => needEither(sum, others.below(word)), null);
  const found = new Map<ModuleLeaf, Need>();
  for (const use of names.uses)
    for (const one of use.leaves) {
      const asked = one.name === null ? null : (readers.asked.get(one.name) ?? null);
      const need = [needs.leaf(one), asked, below(one)].reduce<Need>(needEither, null);
      if (need !== null) found.set(one, need);
    }
  return found;
}

/** What a file below the module reads where it reads an import: the name, or a method of a trait. */
function wordsOf({ leaf, name, trait }: ModuleLeaf): string[] {
  const own = name === null ? [] : [name];
  if (trait === 'unknown' || leaf.glob) return ['*', ...own];
  return trait === 'none' ? own : [...trait, ...own];
}
