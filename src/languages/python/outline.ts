import { countLines } from '../../core/lines.ts';
import type { Hazard, Outline, Unit } from '../../core/unit.ts';
import { defineFact } from '../fact.ts';
import { childByKind, childrenOf, isBroken, kindOf, type Node, type Syntax } from '../syntax.ts';
import { within } from '../within.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { certainNames } from './certain-names.ts';
import { definitionOf } from './describe-statement.ts';
import { type Draft, draftUnits, headOf } from './draft-units.ts';
import { commentRegions, fileHazards } from './file-hazards.ts';
import { linkTwins, namesBoundOnlyByGlobal } from './link-twins.ts';
import { type Binding, bindingsOf, globalWrites, moduleReads, type Read } from './module-accesses.ts';
import { moduleEffects } from './module-effects.ts';
import { readHeader } from './read-header.ts';
import type { ScopeTree } from './scope-tree.ts';
import { unitHazards } from './unit-hazards.ts';

export const pythonOutline = defineFact<Outline, null>({
  id: 'python-outline',
  version: 6,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => outlinePython(syntax),
});

interface Names {
  readonly reads: readonly Read[];
  readonly writes: readonly Binding[];
  /** Names that nothing at the top level binds: only functions do, through `global`. */
  readonly globalOnly: ReadonlySet<string>;
}

/**
 * The units of a Python file. Offsets are UTF-16 into the text. A file with syntax errors gives an outline marked `partial` whose
 * broken units are `opaque`.
 * @internal Exported for its tests.
 */
export function outlinePython(syntax: Syntax): Outline {
  const tree = analyzeScopes(syntax);
  const top = childrenOf(syntax, 0);
  const { end: headerEnd, comments } = readHeader(syntax, top);
  const rest = top.slice(comments.length);
  const bindings = bindingsOf(tree.scopes[0]!);
  const writes = globalWrites(tree);
  const names: Names = { reads: moduleReads(tree), writes, globalOnly: namesBoundOnlyByGlobal(bindings, writes) };
  const { drafts, detached } = draftUnits(syntax, rest, headerEnd, bindings);
  const regions = commentRegions(
    syntax,
    top.filter((node) => kindOf(syntax, node) === 'comment'),
  );
  const units = linkTwins(
    nameUnits(
      drafts.map((draft) => unitOf(syntax, draft, names, null)),
      '',
    ),
    drafts,
  );
  return {
    language: 'python',
    units: units.map((unit) => withRegions(unit, regions)),
    members: units.flatMap((unit, i) => membersOf(syntax, drafts[i]!, unit, tree, names)),
    header: { start: 0, end: headerEnd },
    effects: moduleEffects(syntax, tree, units),
    hazards: fileHazards(syntax, detached, headerEnd),
    partial: syntax.errors.length > 0,
  };
}

function unitOf(syntax: Syntax, draft: Draft, names: Names, parent: string | null): Unit {
  const { start, end, nodes, body } = draft.group;
  const { kind, name, label } = headOf(draft);
  const writes = within(names.writes, start, end);
  const hazards = nodes.flatMap((node, i) =>
    unitHazards(syntax, node, draft.descriptions[i]!.kind, draft.bindings.length > 0),
  );
  // The name of the module itself is each file's own, and nothing that one takes from another.
  const isGiven = hazards.some(({ id }) => id === 'H17');
  const rebinds = writes.map(
    ({ name, at }): Hazard => ({ id: 'H11', start: at, end: at + name.length, why: `rebinds ${name} of the module` }),
  );
  if (nodes.length > 1 && draft.bindings.length > 1 && kind === 'def')
    hazards.push({ id: 'H30', start: body.start, end: body.end, why: 'several statements make one name' });
  return {
    id: label,
    kind,
    name,
    start,
    end,
    body: { start: syntax.start[definitionOf(syntax, nodes[0]!)]!, end: body.end },
    lines: countLines(syntax.text.slice(start, end)),
    defines: definesOf(
      syntax,
      draft,
      parent === null ? writes.filter((write) => names.globalOnly.has(write.name)) : [],
    ).filter((one) => one.name !== '__name__' || !isGiven),
    uses: usesOf(draft, names, writes),
    visibility: '',
    hazards: uniqueHazards([...hazards, ...rebinds]),
    parent,
    opaque: nodes.some((node) => isBroken(syntax, node)),
  };
}

function definesOf(syntax: Syntax, draft: Draft, extra: readonly Binding[]): Unit['defines'] {
  const boundAt = new Map(
    draft.bindings
      .filter(({ kind }) => kind !== 'annotation' && kind !== 'delete')
      .map(({ node, name }) => [node, name]),
  );
  const certain = new Set(draft.group.nodes.flatMap((node) => [...certainNames(syntax, node, boundAt)]));
  const deleted = new Set(draft.bindings.filter(({ kind }) => kind === 'delete').map(({ name }) => name));
  const all = [...new Set([...draft.bindings, ...extra].map(({ name }) => name))];
  return all.map((name) => ({
    name,
    spaces: ['value'],
    visibility: '',
    certain: certain.has(name) && !deleted.has(name),
  }));
}

function usesOf(draft: Draft, names: Names, writes: readonly Binding[]): Unit['uses'] {
  const { start, end } = draft.group;
  const bound = new Set(
    draft.bindings.filter(({ kind }) => kind !== 'delete' && kind !== 'augment').map(({ name }) => name),
  );
  const uses = new Map<string, { name: string; space: 'any'; at: number; eager: boolean; count: number }>();
  const add = (name: string, offset: number, eager: boolean): void => {
    const known = uses.get(name);
    if (!known) uses.set(name, { name, space: 'any', at: offset, eager, count: 1 });
    else {
      known.eager ||= eager;
      known.at = Math.min(known.at, offset);
      known.count += 1;
    }
  };
  for (const { name, at, eager } of within(names.reads, start, end)) if (!bound.has(name)) add(name, at, eager);
  for (const { name, at } of writes) add(name, at, false);
  return [...uses.values()].sort((a, b) => a.at - b.at);
}

/** Ids in source order; what is still equal gets `~2`, `~3` … */
function nameUnits(units: readonly Unit[], prefix: string): Unit[] {
  const seen = new Map<string, number>();
  return units.map((unit) => {
    const count = (seen.get(unit.id) ?? 0) + 1;
    seen.set(unit.id, count);
    return { ...unit, id: `${prefix}${unit.id}${count > 1 ? `~${count}` : ''}` };
  });
}

function membersOf(syntax: Syntax, draft: Draft, unit: Unit, tree: ScopeTree, names: Names): Unit[] {
  if (unit.kind !== 'class' || draft.group.nodes.length !== 1) return [];
  const definition = definitionOf(syntax, draft.group.nodes[0]!);
  const body = childByKind(syntax, definition, 'block');
  const scope = tree.scopes.find((candidate) => candidate.kind === 'class' && candidate.node === definition);
  if (body === -1 || !scope) return [];
  // Comments above the first statement stand beside the block, not in it.
  const header = childrenOf(syntax, definition).filter((node) => kindOf(syntax, node) === 'comment' && node < body);
  const level = draftUnits(
    syntax,
    [...header, ...childrenOf(syntax, body)],
    colonOf(syntax, definition),
    bindingsOf(scope),
  );
  const units = nameUnits(
    level.drafts.map((member) => ({ ...unitOf(syntax, member, names, unit.id), id: memberLabel(member) })),
    `${unit.id}::`,
  );
  return linkTwins(units, level.drafts);
}

const memberLabel = (draft: Draft): string => {
  const { kind, name, label } = headOf(draft);
  return kind === 'def' || kind === 'assign' ? (name ?? label) : label;
};

const colonOf = (syntax: Syntax, definition: Node): number => {
  const colon = childrenOf(syntax, definition).find((node) => kindOf(syntax, node) === ':');
  return colon === undefined ? syntax.start[definition]! : syntax.end[colon]!;
};

function withRegions(unit: Unit, regions: readonly Hazard[]): Unit {
  const cut = regions.filter(
    (region) =>
      region.start < unit.end && unit.start < region.end && !(unit.start <= region.start && region.end <= unit.end),
  );
  return cut.length === 0 ? unit : { ...unit, hazards: [...unit.hazards, ...cut] };
}

function uniqueHazards(hazards: readonly Hazard[]): Hazard[] {
  const unique = new Map(hazards.map((hazard) => [`${hazard.id} ${hazard.start} ${hazard.end}`, hazard]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}
