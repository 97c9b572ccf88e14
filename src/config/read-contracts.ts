import type { AST } from 'toml-eslint-parser';
import type { Position } from '../core/lines.ts';
import type { ContractConfig, ContractSide, NamedAt, SharedConstant } from './config.ts';
import { locateKey } from './locate-key.ts';
import type { ContractConstantInput, ContractInput } from './schema.ts';

type Places = (...path: readonly (string | number)[]) => Position;

const placesIn =
  (ast: AST.TOMLProgram, table: string): Places =>
  (...path) =>
    locateKey(ast, [table, ...path.map(String)]) ?? { line: 1, column: 1 };

/** Sides that are named, each with where. */
const sidesOf = <Side extends ContractSide>(
  given: Readonly<Partial<Record<Side, string | undefined>>>,
  sides: readonly Side[],
  at: (side: Side) => Position,
): (NamedAt & { readonly side: Side })[] =>
  sides.flatMap((side) => {
    const text = given[side];
    return text === undefined ? [] : [{ side, text, place: at(side) }];
  });

/** The `[[contract]]` tables with their places. */
export function readContracts(ast: AST.TOMLProgram, given: readonly ContractInput[]): ContractConfig[] {
  const placeOf = placesIn(ast, 'contract');
  return given.map((one, i) => ({
    id: one.id,
    sides: sidesOf(one, ['rust', 'python', 'typescript', 'schema'], (side) => placeOf(i, side)),
    direction: one.direction,
    pythonWrites: one['python-writes'] ?? [],
    integers: one.integers ?? 'int64',
    floats: one.floats ?? 'finite',
    numbers: one.numbers ?? 'fit',
    place: placeOf(i),
  }));
}

/** The `[[contract-constant]]` tables with their places. */
export function readSharedConstants(ast: AST.TOMLProgram, given: readonly ContractConstantInput[]): SharedConstant[] {
  const placeOf = placesIn(ast, 'contract-constant');
  return given.map((one, i) => ({
    id: one.id,
    sides: sidesOf(one, ['rust', 'python', 'schema', 'typescript'], (side) => placeOf(i, side)),
    place: placeOf(i),
  }));
}
