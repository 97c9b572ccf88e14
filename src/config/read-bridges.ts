import type { AST } from 'toml-eslint-parser';
import type { BridgeConfig } from './config.ts';
import { locateKey } from './locate-key.ts';

/** The `[[bridge]]` tables with their places. */
export const readBridges = (
  ast: AST.TOMLProgram,
  given: readonly {
    readonly module: string;
    readonly crate: string;
    readonly importers?: readonly string[] | undefined;
  }[],
): BridgeConfig[] =>
  given.map(({ module, crate, importers }, i) => ({
    module,
    crate,
    importers: importers ?? null,
    place: locateKey(ast, ['bridge', String(i)]) ?? { line: 1, column: 1 },
  }));
