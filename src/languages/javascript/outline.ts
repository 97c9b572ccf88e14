import { countLines } from '../../core/lines.ts';
import type { Hazard, Outline, Unit, UnitId } from '../../core/unit.ts';
import { defineFact } from '../fact.ts';
import { groupStatements, type StatementGroup } from '../group-statements.ts';
import { childrenOf, isBroken, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { within } from '../within.ts';
import { analyzeNames } from './analyze-names.ts';
import { type Description, describeJsStatement } from './describe-js-statement.ts';
import { javascriptHazards } from './javascript-hazards.ts';
import { membersOf } from './javascript-members.ts';
import { usesOf } from './javascript-uses.ts';
import type { Declaration, LexicalNames } from './lexical-names.ts';
import { readCommonJs, systemNames } from './read-commonjs.ts';
import { readJsHeader } from './read-js-header.ts';
import { endsRange, FOR_A_RANGE } from './tool-comments.ts';

export const javascriptOutline = defineFact<Outline, null>({
  id: 'javascript-outline',
  version: 5,
  languages: ['javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => outlineJavascript(syntax),
});

interface Draft {
  readonly group: StatementGroup;
  readonly descriptions: readonly Description[];
  readonly declares: readonly Declaration[];
}

/**
 * The units of a JavaScript or TypeScript file. Offsets are UTF-16 into the text. A file with syntax errors gives an outline marked
 * `partial` whose broken units are `opaque`.
 */
export function outlineJavascript(syntax: Syntax): Outline {
  const known = KNOWN.get(syntax) ?? readOutline(syntax);
  KNOWN.set(syntax, known);
  return known;
}

/** The outline and how a module is loaded are read of the same tree. */
const KNOWN = new WeakMap<Syntax, Outline>();

function readOutline(syntax: Syntax): Outline {
  const names = analyzeNames(syntax);
  const top = childrenOf(syntax, 0);
  const header = readJsHeader(syntax, top);
  const { groups, detached } = groupStatements(syntax, top.slice(header.count), header.end);
  const writes = writesOf(names);
  const topLevel = names.declarations.filter((declaration) => declaration.scope === 0);
  const links = commonLinks(syntax, names);
  const drafts = mergeNeighbours(groups.map((group) => draft(syntax, group, topLevel, links)));
  const named = linkTwins(nameUnits(drafts.map((one) => unitOf(syntax, one, names, writes))), drafts);
  const units = markSystem(syntax, names, markRuled(syntax, named, header.end));
  return {
    language: 'javascript',
    units,
    members: units.flatMap((unit, i) => membersOf(syntax, unit, drafts[i]!.descriptions, names)),
    header: { start: 0, end: header.end },
    hazards: detached
      .filter(
        (comment) =>
          !drafts.some(({ group }) => group.start <= syntax.start[comment]! && syntax.end[comment]! <= group.end),
      )
      .map((comment) => ({
        id: 'J14',
        start: syntax.start[comment]!,
        end: syntax.end[comment]!,
        why: 'is a comment that belongs to no statement',
      })),
    partial: syntax.errors.length > 0,
  };
}

/** Units of a CommonJS module that refer to the file itself: `exports.a = a`, `require.main === module`. */
function markSystem(syntax: Syntax, names: LexicalNames, units: readonly Unit[]): Unit[] {
  const systemReads =
    readCommonJs(syntax, names) === null ? [] : systemNames(names).filter(({ name }) => name !== 'require');
  if (systemReads.length === 0) return [...units];
  return units.map((unit) => {
    const found = systemReads.find(({ at }) => unit.start <= at && at < unit.end);
    if (found === undefined || unit.kind === 'export') return unit;
    const why = `\`${found.name}\` is that of the file that names it`;
    const hazard: Hazard = { id: 'J85', start: found.at, end: found.at + found.name.length, why };
    return { ...unit, hazards: [...unit.hazards, hazard] };
  });
}

/** Units that a comment in the middle of the file rules, with its counterpart or without one. */
function markRuled(syntax: Syntax, units: readonly Unit[], headerEnd: number): Unit[] {
  const ranges = childrenOf(syntax, 0).filter(
    (node) =>
      kindOf(syntax, node) === 'comment' &&
      syntax.start[node]! >= headerEnd &&
      FOR_A_RANGE.test(textOf(syntax, node)) &&
      !units.some(({ body }) => body.start < syntax.start[node]! && syntax.end[node]! < body.end),
  );
  if (ranges.length === 0) return [...units];
  return units.map((unit, i) => {
    const floor = units[i - 1]?.end ?? headerEnd;
    const above = ranges.filter((node) => syntax.start[node]! < floor);
    const inUnit = ranges.filter((node) => syntax.start[node]! >= floor && syntax.start[node]! < unit.end);
    const last = above[above.length - 1];
    const ruling = inUnit[0] ?? (last !== undefined && !endsRange(textOf(syntax, last)) ? last : undefined);
    if (ruling === undefined) return unit;
    const why = 'a comment rules from here on, and would rule something else without it';
    return {
      ...unit,
      hazards: [...unit.hazards, { id: 'J72', start: syntax.start[ruling]!, end: syntax.end[ruling]!, why }],
    };
  });
}

/** What `import` and `export { … }` are in a CommonJS module. */
function commonLinks(syntax: Syntax, names: LexicalNames): ReadonlyMap<Node, Partial<Description>> {
  const common = readCommonJs(syntax, names);
  const required = (common?.requires ?? []).map(({ node }) => [node, { kind: 'import' }] as const);
  const exported = common?.exported ? [[common.exported.node, { kind: 'export', visibility: 'export' }] as const] : [];
  return new Map<Node, Partial<Description>>([...required, ...exported]);
}

const draft = (
  syntax: Syntax,
  group: StatementGroup,
  topLevel: readonly Declaration[],
  links: ReadonlyMap<Node, Partial<Description>>,
): Draft => ({
  group,
  descriptions: group.nodes.map((node) => ({ ...describeJsStatement(syntax, node), ...links.get(node) })),
  declares: within(topLevel, group.start, group.end),
});

/** Overloads with their implementation, and merged declarations that stand side by side, are one unit. */
function mergeNeighbours(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const next of drafts) {
    const last = merged[merged.length - 1];
    const names = new Set(last?.declares.map(({ name }) => name));
    const imports = [last, next].some((one) => one?.descriptions.some(({ kind }) => kind === 'import'));
    if (!last || imports || !next.declares.some(({ name }) => names.has(name))) {
      merged.push(next);
      continue;
    }
    merged[merged.length - 1] = {
      group: {
        nodes: [...last.group.nodes, ...next.group.nodes],
        start: last.group.start,
        end: next.group.end,
        body: { start: last.group.body.start, end: next.group.body.end },
      },
      descriptions: [...last.descriptions, ...next.descriptions],
      declares: [...last.declares, ...next.declares],
    };
  }
  return merged;
}

function unitOf(syntax: Syntax, { group, descriptions, declares }: Draft, names: LexicalNames, writes: Writes): Unit {
  const { kind, name, label } = descriptions[0]!;
  const { start, end, nodes, body } = group;
  const visibility = descriptions.map((one) => one.visibility).find((one) => one !== '') ?? '';
  return {
    id: label,
    kind,
    name,
    start,
    end,
    body,
    lines: countLines(syntax.text.slice(start, end)),
    defines: definesOf(syntax, declares, descriptions),
    uses: usesOf(names, start, end, new Set(declares.map((declaration) => declaration.name))),
    visibility,
    hazards: [
      ...nodes.flatMap((node, i) => javascriptHazards(syntax, node, descriptions[i]!)),
      ...liveBindings(writes, declares, descriptions),
    ],
    parent: null,
    opaque: nodes.some((node) => isBroken(syntax, node)),
  };
}

function definesOf(
  syntax: Syntax,
  declares: readonly Declaration[],
  descriptions: readonly Description[],
): Unit['defines'] {
  const spaces = new Map<string, Set<Declaration['spaces'][number]>>();
  for (const { name, spaces: more } of declares) spaces.set(name, new Set([...(spaces.get(name) ?? []), ...more]));
  const visibilityAt = (offset: number): string =>
    descriptions.find(({ inner }) => syntax.start[inner]! <= offset && offset < syntax.end[inner]!)?.visibility ?? '';
  return [...spaces].map(([name, found]) => {
    const { at } = declares.find((declaration) => declaration.name === name)!;
    const conditional = descriptions.some(
      ({ kind, inner }) => kind === 'statement' && syntax.start[inner]! <= at && at < syntax.end[inner]!,
    );
    return { name, spaces: [...found].sort(), visibility: visibilityAt(at), certain: !conditional };
  });
}

/** An exported `let` that is assigned again: importers see each new value. */
function liveBindings(
  writes: Writes,
  declares: readonly Declaration[],
  descriptions: readonly Description[],
): Hazard[] {
  if (!descriptions.some(({ kind }) => kind === 'let' || kind === 'var')) return [];
  return declares.flatMap(({ name }) =>
    (writes.get(name) ?? []).map((offset) => ({
      id: 'J8',
      start: offset,
      end: offset + name.length,
      why: `assigns ${name} again, which an import cannot`,
    })),
  );
}

/** Name -> offsets of the assignments that no inner scope answers. */
type Writes = ReadonlyMap<string, readonly number[]>;

function writesOf(names: LexicalNames): Writes {
  const writes = new Map<string, number[]>();
  for (const { name, at, write } of names.free) {
    if (!write) continue;
    const known = writes.get(name);
    if (known) known.push(at);
    else writes.set(name, [at]);
  }
  return writes;
}

function nameUnits(units: readonly Unit[]): Unit[] {
  const seen = new Map<UnitId, number>();
  return units.map((unit) => {
    const count = (seen.get(unit.id) ?? 0) + 1;
    seen.set(unit.id, count);
    return count === 1 ? unit : { ...unit, id: `${unit.id}~${count}` };
  });
}

/** Declarations of one name that TypeScript merges, or that `var` and `function` repeat, without standing side by side. */
/** By name, which drafts declare it; imports declare none. */
function holdersOf(drafts: readonly Draft[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  drafts.forEach(({ declares, descriptions }, i) => {
    if (descriptions[0]!.kind === 'import') return;
    for (const name of new Set(declares.map((declaration) => declaration.name))) {
      const known = holders.get(name);
      if (known) known.push(i);
      else holders.set(name, [i]);
    }
  });
  return holders;
}

function linkTwins(units: readonly Unit[], drafts: readonly Draft[]): Unit[] {
  const twins = units.map(() => new Set<number>());
  for (const group of holdersOf(drafts).values())
    for (const i of group) for (const other of group) if (other !== i) twins[i]!.add(other);
  return units.map((unit, i) => {
    const others = [...twins[i]!].sort((a, b) => a - b);
    return others.length === 0 ? unit : { ...unit, twins: others.map((other) => units[other]!.id) };
  });
}
