import type { AST } from 'toml-eslint-parser';
import type { z } from 'zod';
import { configError } from './config-error.ts';
import { locateKey } from './locate-key.ts';
import type { CONFIG_SCHEMA } from './schema.ts';

type Given = z.infer<typeof CONFIG_SCHEMA>;

/** Tables of which each has a name, by their keys. */
const namedTables = ({ boundary, bridge, contract, ownership, ...rest }: Given): [string[], string, string[]][] => [
  [['boundary', 'rule'], 'id', (boundary?.rule ?? []).map(({ id }) => id)],
  [['bridge'], 'module', (bridge ?? []).map(({ module }) => module)],
  [['contract'], 'id', (contract ?? []).map(({ id }) => id)],
  [['contract-constant'], 'id', (rest['contract-constant'] ?? []).map(({ id }) => id)],
  [['ownership', 'responsibility'], 'id', (ownership?.responsibility ?? []).map(({ id }) => id)],
];

/**
 * A name that two tables of one kind bear makes findings, exceptions and baselines ambiguous.
 * @throws RefactorError `config-invalid` at the second one
 */
export function refuseDoubles(path: string, ast: AST.TOMLProgram, given: Given): void {
  for (const [keys, key, names] of namedTables(given)) {
    const second = names.findIndex((name, i) => names.indexOf(name) < i);
    if (second === -1) continue;
    const place = (i: number): string => {
      const at = locateKey(ast, [...keys, String(i), key]) ?? { line: 1, column: 1 };
      return `${at.line}:${at.column}`;
    };
    const name = names[second]!;
    throw configError(
      `${path}:${place(second)}`,
      `a second [[${keys.join('.')}]] has the ${key} \`${name}\`: the first is at ${place(names.indexOf(name))}`,
      key === 'id' ? 'Give it another id.' : 'Keep one of the two.',
    );
  }
}
