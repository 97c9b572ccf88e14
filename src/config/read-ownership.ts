import type { AST } from 'toml-eslint-parser';
import type { OwnershipConfig } from './config.ts';
import { locateKey } from './locate-key.ts';
import type { OwnershipInput } from './schema.ts';

/** The `[ownership]` table, each owner with its place. */
export function readOwnership(ast: AST.TOMLProgram, given: OwnershipInput): OwnershipConfig {
  const placeOf = (...path: readonly (string | number)[]) =>
    locateKey(ast, ['ownership', ...path.map(String)]) ?? { line: 1, column: 1 };
  return {
    document: given.document ?? null,
    duplicates: given.duplicates ?? null,
    responsibilities: (given.responsibility ?? []).map((one, i) => ({
      id: one.id,
      owners: one.owners.map((text, at) => ({ text, place: placeOf('responsibility', i, 'owners', at) })),
      evidence: one.evidence,
      instead: one.instead ?? null,
      place: placeOf('responsibility', i),
    })),
  };
}
