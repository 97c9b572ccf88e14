import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageFolder } from '../../own-package.ts';
import type { Recast } from './bare-tree.ts';
import type { Babel, Parser } from './quick-parser.ts';
import type { Shift } from './quick-shift.ts';

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
let compiles = false;

export interface Shifting {
  readonly shift: Shift;
  readonly getParser: GetParser;
  /** The one that jscodeshift's own parsers use. */
  readonly babel: Babel;
  /** The one that jscodeshift prints with. */
  readonly recast: Recast;
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
  if (!compiles) compileModules();
  compiles = true;
  return createRequire(path)(path) as CodemodModule;
}

/** Loaded when the first file is read, and not meant for strict mode, which compiled modules are in. */
const PARSERS = /\/(?:@babel\/parser|tree-sitter[\w-]*|@ast-grep|node-gyp-build)\//;

/** Where this program's own modules are, which Node loads as they are. */
const OWN = ['dist', 'src', 'codemods', 'analyzers'].map((room) => fileURLToPath(new URL(`${room}/`, packageFolder())));

/** A file of an installed package that is written for `require`: compiling all that a codemod imports took a minute. */
function isLoadable(path: string): boolean {
  if (OWN.some((room) => path.startsWith(room))) return true;
  if (!path.includes(`${sep}node_modules${sep}`) || !/\.c?js$/.test(path)) return false;
  const text = readFileSync(path, 'utf8');
  return !/^\s*(?:import\b|export\b)/m.test(text) && !/@flow\b/.test(text);
}

function compileModules(): void {
  const requireBeside = createRequire(require.resolve('jscodeshift/package.json'));
  const preset = (name: string): unknown => (requireBeside(name) as { default: unknown }).default;
  const typescript = [preset('@babel/preset-typescript'), { allExtensions: true, isTSX: true }];
  (requireBeside('@babel/register') as (options: object) => void)({
    configFile: false,
    babelrc: false,
    cache: false,
    overrides: [
      { test: /\.[cm]?ts$/, presets: [[preset('@babel/preset-typescript'), { allExtensions: true, isTSX: false }]] },
      { test: /\.tsx$/, presets: [typescript] },
      { test: /\.[cm]?jsx?$/, presets: [preset('@babel/preset-flow')] },
    ],
    plugins: [preset('@babel/plugin-transform-modules-commonjs')],
    extensions: ['.js', '.jsx', '.cjs', '.es6', '.es', '.mjs', '.ts', '.tsx', '.cts', '.mts'],
    ignore: [PARSERS, /\/flow-parser\//, /\/recast\//, /\/ast-types\//, /\/jscodeshift\/(?!transforms\/)/, isLoadable],
  });
}
