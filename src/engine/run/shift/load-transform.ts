import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Recast } from './bare-tree.ts';
import { compileModules } from './compile-modules.ts';
import type { Babel, Parser } from './quick-parser.ts';
import type { Finding, Shift } from './quick-shift.ts';

/** What a transform file exports; `default` or the module itself is the function. */
export interface Transform {
  readonly run: (file: TransformFile, api: object, options: object) => unknown;
  /** The name of a parser of jscodeshift, or one of its own. */
  readonly parser: string | Parser | null;
}

export interface TransformFile {
  readonly path: string;
  readonly source: string;
}

export type GetParser = (name: string) => Parser;

const require = createRequire(import.meta.url);

export interface Shifting {
  readonly shift: Shift;
  readonly getParser: GetParser;
  /** The one that jscodeshift's own parsers use. */
  readonly babel: Babel;
  /** The one that jscodeshift prints with. */
  readonly recast: Recast;
  readonly finding: Finding;
}

let shifting: Shifting | null = null;

/** jscodeshift itself, the one that is installed beside this program, as it is. */
export function loadShift(): Shifting {
  if (shifting !== null) return shifting;
  const beside = createRequire(require.resolve('jscodeshift/package.json'));
  shifting = {
    shift: require('jscodeshift') as Shift,
    getParser: require('jscodeshift/src/getParser') as GetParser,
    babel: beside('@babel/parser') as Babel,
    recast: {
      ...(beside('recast') as Pick<Recast, 'parse'>),
      ...(beside('recast/lib/lines') as Pick<Recast, 'fromString'>),
      ...(beside('recast/lib/comments') as Pick<Recast, 'attach'>),
      ...(beside('recast/lib/util') as Pick<Recast, 'fixFaultyLocations' | 'getTrueLoc'>),
    },
    finding: {
      ...(beside('recast') as Pick<Finding, 'types'>),
      ...(require('jscodeshift/src/Collection') as Pick<Finding, 'fromPaths'>),
      matchNode: require('jscodeshift/src/matchNode') as Finding['matchNode'],
    },
  };
  return shifting;
}

/** What a file of a codemod exports. */
export interface CodemodModule {
  readonly default?: unknown;
  readonly parser?: Transform['parser'];
}

/**
 * Loads a codemod as jscodeshift loads a transform: ES modules and TypeScript in any file are compiled on the way, with the Babel that
 * jscodeshift brings. Executes the file. Throws what it throws.
 */
export const loadModule = async (path: string): Promise<CodemodModule> =>
  extname(path) === '.mjs' ? ((await import(pathToFileURL(path).href)) as CodemodModule) : compiled(path);

/** Throws where the module exports no function. */
export function transformOf(module: CodemodModule): Transform {
  const run = typeof module.default === 'function' ? module.default : module;
  if (typeof run !== 'function') throw new Error('it exports no function, and no object with `languages` and `change`');
  return { run: run as Transform['run'], parser: module.parser ?? null };
}

function compiled(path: string): CodemodModule {
  compileModules();
  return createRequire(path)(path) as CodemodModule;
}
