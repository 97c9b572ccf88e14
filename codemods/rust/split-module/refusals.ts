import { basename } from 'node:path/posix';
import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Hazard, UnitId } from '../../../src/core/unit.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { readUses } from '../../../src/languages/rust/read-uses.ts';
import { childByField, kindOf, namedChildrenOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isMacroPart, type Part } from './assign.ts';
import type { Layout } from './layout.ts';
import { callStays, definitionStays } from './macro-moves.ts';
import { refuse } from './refuse.ts';

const KEEP = 'Keep this unit in the facade.';

/** Kinds that never leave the facade, with the hazard that says why. */
const FIXED: Readonly<Record<string, HazardId>> = {
  macro: 'R24',
  'macro-call': 'R25',
  'extern-crate': 'R27',
  use: 'R9',
  mod: 'R18',
  let: 'R25',
  expr: 'R25',
  empty: 'R25',
  error: 'R25',
};

/** Hazards of a unit that no edit of ours answers. The others are handled, or judged by the build. */
const STOPS = new Set(['R24', 'R25', 'R26', 'R27', 'R28', 'R30', 'R41', 'R48']);
/** Names of the place that a program reads when it runs: only the line may change. */
const PLACES = /^`(module_path|file)!`/;

/** True for a hazard of code that says where it stands, to the program or to the linker. */
export const isPlaceBound = ({ id, why }: Hazard): boolean => id === 'R41' || (id === 'R42' && PLACES.test(why));

/** Why a unit stays that by itself could move. */
export interface Held {
  readonly hazard: HazardId;
  readonly why: string;
}

export function refuseUnits(
  source: Source,
  parts: readonly Part[],
  layout: Layout,
  held: ReadonlyMap<UnitId, Held>,
  definitions: MacroDefinitions,
): Refusal[] {
  return parts
    .flatMap((part) => refusePart(source, part, definitions))
    .concat(
      parts.flatMap(({ whole, divided, inline }) => [
        ...whole.flatMap(({ unit }) =>
          held.has(unit.id) ? [refuse(source, held.get(unit.id)!.hazard, unit, held.get(unit.id)!.why, KEEP)] : [],
        ),
        ...divided.flatMap(({ block, members }) => refuseDivision(source, block, members)),
        ...(inline ? refuseInline(source, inline, layout) : []),
        ...twinsApart(source, whole, parts),
      ]),
    );
}

function refusePart(source: Source, part: Part, definitions: MacroDefinitions): Refusal[] {
  return part.whole.flatMap((piece) => {
    const { unit } = piece;
    const isCall = unit.kind === 'macro-call' && !unit.hazards.some(({ id }) => id === 'R48');
    if (isCall) return refuseCall(source, piece, definitions);
    return unit.kind === 'macro' ? refuseDefinition(source, part, piece) : refuseWhole(source, piece);
  });
}

function refuseCall(source: Source, { unit, item }: Piece, definitions: MacroDefinitions): Refusal[] {
  const why = callStays(definitions, source.syntax, item.node);
  const others = unit.hazards.filter(isPlaceBound);
  return [
    ...(why === null ? [] : [refuse(source, 'R25', unit, `a macro call stays in place: ${why}`, KEEP)]),
    ...others.map((hazard) => refuse(source, hazard.id, hazard, hazard.why, KEEP)),
  ];
}

const MIXED = { hazard: 'R24', why: 'a part of macros holds nothing else' } as const;

function refuseDefinition(source: Source, part: Part, piece: Piece): Refusal[] {
  const stays = isMacroPart(part) ? definitionStays(source, piece) : MIXED;
  return stays === null ? [] : [refuse(source, stays.hazard, piece.unit, stays.why, KEEP)];
}

function refuseWhole(source: Source, piece: Piece): Refusal[] {
  const { unit } = piece;
  const hazards = unit.hazards.filter((hazard) => STOPS.has(hazard.id) || isPlaceBound(hazard));
  if (hazards.length > 0) return hazards.map((hazard) => refuse(source, hazard.id, hazard, hazard.why, KEEP));
  const fixed = FIXED[unit.kind];
  if (fixed === undefined) return [];
  const why =
    unit.kind === 'use'
      ? 'imports stay in the facade: its parts get them through `use super::*`'
      : `a ${unit.kind} unit stays in place`;
  return [refuse(source, fixed, unit, why, KEEP)];
}

function refuseDivision(source: Source, block: Piece, members: readonly Piece[]): Refusal[] {
  const whole = 'Move the block whole, or keep it in the facade.';
  const { syntax } = source;
  const strange = readAttributes(syntax, block.item.attributes).find(({ path }) => !isBuiltinAttribute(path));
  if (strange)
    return [
      refuse(source, 'R45', strange, `\`#[${strange.path}]\` reads the whole block, which cannot be divided`, whole),
    ];
  const body = childByField(syntax, block.item.node, 'body');
  if (block.unit.opaque || body === -1)
    return [
      refuse(
        source,
        'R45',
        block.unit,
        'the parser does not understand all of this block, which cannot be divided',
        whole,
      ),
    ];
  const inner = namedChildrenOf(syntax, body).find((part) => kindOf(syntax, part) === 'inner_attribute_item');
  if (inner !== undefined)
    return [
      refuse(
        source,
        'R45',
        { start: syntax.start[inner]!, end: syntax.end[inner]! },
        'an inner attribute applies to the whole block',
        whole,
      ),
    ];
  return members.flatMap((member) =>
    member.unit.kind === 'macro-call'
      ? [refuse(source, 'R25', member.unit, 'a macro call makes members whose names cannot be seen', KEEP)]
      : refuseWhole(source, member),
  );
}

function refuseInline(source: Source, piece: Piece, layout: Layout): Refusal[] {
  const { unit, item } = piece;
  const { syntax } = source;
  const body = childByField(syntax, item.node, 'body');
  if (body === -1) return [refuse(source, 'R18', unit, 'the module is a file already', KEEP)];
  const found = unit.hazards.filter(({ id }) => id === 'R26' || id === 'R27');
  if (found.length > 0) return found.map((hazard) => refuse(source, hazard.id, hazard, hazard.why, KEEP));
  if (layout.up !== '')
    for (const hazard of unit.hazards)
      if (hazard.id === 'R43')
        return [
          refuse(
            source,
            'R43',
            hazard,
            'snapshots are looked for beside the source file, which moves to another folder',
            'Keep the tests in the facade, or move the snapshot folder by hand.',
          ),
        ];
  for (let node = body; node < item.afterNode; node++)
    if (kindOf(syntax, node) === 'attribute_item' && /^#\s*\[\s*path\b/.test(textOf(syntax, node)))
      return [
        refuse(
          source,
          'R35',
          { start: syntax.start[node]!, end: syntax.end[node]! },
          'the folder that `#[path]` starts from changes',
          KEEP,
        ),
      ];
  return [];
}

/** Alternatives of one name go together. */
function twinsApart(source: Source, whole: readonly Piece[], parts: readonly Part[]): Refusal[] {
  return whole.flatMap(({ unit }) => {
    const home = parts.find((part) => part.whole.some((piece) => piece.unit === unit))!;
    const apart = (unit.twins ?? []).find((twin) => !home.whole.some((piece) => piece.unit.id === twin));
    return apart === undefined
      ? []
      : [
          refuse(
            source,
            'R29',
            unit,
            `\`${apart}\` is an alternative of it under another \`#[cfg]\``,
            'Move all alternatives to the same module.',
          ),
        ];
  });
}

const WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// `gen` is a keyword since 2024.
const isReserved = (name: string, { edition }: Layout): boolean =>
  isKeyword(name) && !WEAK.has(name) && !(name === 'gen' && edition !== '2024');

// Keywords only where the grammar expects them.
const WEAK = new Set(['union', 'macro_rules', 'default', 'auto', 'raw']);
const BUILT_IN = new Set(['core', 'std', 'alloc', 'proc_macro', 'test']);

/** A module's name must be free in the module, among crate names, and on the disk. */
export function refuseNames(view: View, source: Source, parts: readonly Part[], layout: Layout): Refusal[] {
  const taken = typeNames(source);
  const firsts = firstSegments(source.syntax);
  const spelled = new Set<string>();
  const files = new Set(view.files.map(({ path }) => path.toLowerCase()));
  const folder = layout.folder === '' ? '' : `${layout.folder}/`;
  return parts.flatMap(({ name, inline, whole }) => {
    const range = (inline ?? whole[0])?.unit ?? { start: 0, end: 0 };
    const path = `${folder}${name}.rs`;
    const low = path.toLowerCase();
    const besides = (): string | null => {
      if (spelled.has(name.toLowerCase())) return `another part differs from \`${name}\` only in case`;
      return files.has(low) || files.has(low.replace(/\.rs$/, '/mod.rs')) ? `${path} already exists` : null;
    };
    const inFile = inline ? whyOtherName(inline, name) : whyTaken(name, source, taken, firsts);
    const why = whyNoName(name, layout) ?? inFile ?? besides();
    spelled.add(name.toLowerCase());
    return why === null ? [] : [refuse(source, 'R13', range, why, 'Give the module another name in the plan.')];
  });
}

function typeNames(source: Source): Set<string> {
  return new Set(
    source.outline.units.flatMap(({ defines }) =>
      defines.filter(({ spaces }) => spaces.includes('type')).map(({ name }) => name),
    ),
  );
}

/** Names of this module that paths begin with and nothing here defines: they may be crates. */
function firstSegments(syntax: Syntax): Set<string> {
  const isPath = (offset: number, name: string): boolean =>
    /^\s*::/.test(syntax.text.slice(offset + name.length, offset + name.length + 4));
  const uses = readUses(syntax, new Set()).filter(
    ({ space, at: offset, name }) => space === 'type' || (space === 'any' && isPath(offset, name)),
  );
  return new Set(uses.map(({ name }) => name));
}

function whyNoName(name: string, layout: Layout): string | null {
  if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name) || name === '_') return `\`${name}\` is not a module name`;
  return isReserved(name, layout) || WINDOWS.test(name) ? `\`${name}\` is a reserved word` : null;
}

const whyOtherName = ({ unit }: Piece, name: string): string | null =>
  unit.name === name ? null : `an inline module keeps its name, \`${unit.name}\``;

/** @param firsts names that paths of the file begin with */
function whyTaken(
  name: string,
  source: Source,
  taken: ReadonlySet<string>,
  firsts: ReadonlySet<string>,
): string | null {
  if (taken.has(name)) return `the file already has \`${name}\` as a module, type or import`;
  if (BUILT_IN.has(name) || firsts.has(name)) return `\`${name}\` is a crate that paths in this file begin with`;
  const isOwn = name === basename(source.path, '.rs');
  return isOwn ? `\`${name}\` would be a module inside a module of the same name` : null;
}
