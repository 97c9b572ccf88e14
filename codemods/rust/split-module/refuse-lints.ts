import type { Lint } from '../../../analyzers/readings/rust/lint-levels.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { kindOf } from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';
import type { ImportContext, PartImports } from './part-imports.ts';
import { refuse } from './refuse.ts';

/** Lints that are on and fire on every form of this split: reported before anything is built. */
export function refuseLints(
  context: ImportContext,
  parts: readonly Part[],
  imports: ReadonlyMap<Part, PartImports>,
  exposed: ReadonlySet<number>,
): Refusal[] {
  const { source, form } = context;
  const refuseFor = (lint: Lint, place: Range | undefined, why: string): Refusal[] =>
    place && form.isOn(lint) ? [refuse(source, 'R80', place, `\`${lint}\` is on here, and ${why}`, ALLOW)] : [];
  return [
    ...globs(imports).flatMap(({ at, why }) => refuseFor('clippy::wildcard_imports', { start: at, end: at }, why)),
    ...refuseFor('clippy::multiple_inherent_impl', dividedBlock(parts), 'a divided block is several of one type'),
    ...refuseFor('clippy::pub_use', publicUnit(context, parts), 'what is public and moves is re-exported by `pub use`'),
    ...refuseFor(
      'clippy::redundant_pub_crate',
      crateUnit(context, parts),
      '`pub(crate)` things would stand in a private module',
    ),
    ...refuseFor(
      'clippy::field_scoped_visibility_modifiers',
      exposedField(context, exposed),
      'a field that others read would be `pub(super)`',
    ),
  ];
}

const ALLOW = 'Allow the lint for this file, or move other units.';

const globs = (imports: ReadonlyMap<Part, PartImports>): { at: number; why: string }[] =>
  [...imports.values()].flatMap(({ glob }) =>
    glob ? [{ at: glob.at, why: `a part needs \`use super::*\`: ${glob.why}` }] : [],
  );

const dividedBlock = (parts: readonly Part[]): Range | undefined =>
  parts.flatMap(({ divided }) => divided.map(({ block }) => block.unit))[0];

const publicUnit = ({ source }: ImportContext, parts: readonly Part[]): Range | undefined =>
  parts
    .flatMap(({ whole }) => whole)
    .find(({ unit }) => unit.visibility === 'pub' && source.top.some((one) => one.unit === unit))?.unit;

const crateUnit = ({ source }: ImportContext, parts: readonly Part[]): Range | undefined =>
  parts
    .flatMap(({ whole }) => whole)
    .find(
      ({ item, unit }) =>
        unit.kind !== 'impl' && /^(?:crate|super|in)$/.test(readVisibility(source.syntax, item.node).kind),
    )?.unit;

function exposedField({ source: { syntax } }: ImportContext, exposed: ReadonlySet<number>): Range | undefined {
  for (let node = 0; node < syntax.size; node++) {
    const isField = /^(?:field_declaration|ordered_field_declaration_list)$/.test(kindOf(syntax, node));
    if (!isField) continue;
    const position = [...exposed].find((offset) => offset >= syntax.start[node]! && offset < syntax.end[node]!);
    if (position !== undefined) return { start: position, end: position };
  }
  return undefined;
}
