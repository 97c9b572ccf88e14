import type { AST } from 'toml-eslint-parser';
import type { ClientConfig } from './config.ts';
import { locateKey } from './locate-key.ts';

/** The `[[client]]` tables with their places. */
export const readClients = (
  ast: AST.TOMLProgram,
  given: readonly { readonly path: string; readonly tests?: readonly string[] | undefined }[],
): ClientConfig[] =>
  given.map(({ path, tests }, i) => ({
    path: path.replace(/\/$/, ''),
    tests: (tests ?? []).map((one) => one.replace(/\/$/, '')),
    place: locateKey(ast, ['client', String(i)]) ?? { line: 1, column: 1 },
  }));
