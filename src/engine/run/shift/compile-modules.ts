import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { packageFolder } from '../../own-package.ts';

const require = createRequire(import.meta.url);

interface LoadedModule {
  readonly _compile: (text: string, path: string) => void;
}

type Loader = (module: LoadedModule, path: string) => void;

/** How Node loads a file, by its extension. */
const loaders = (Module as unknown as { readonly _extensions: Record<string, Loader | undefined> })._extensions;

const EXTENSIONS = ['.js', '.jsx', '.cjs', '.es6', '.es', '.mjs', '.ts', '.tsx', '.cts', '.mts'];

let isAsked = false;

/**
 * From now on ES modules, TypeScript and flow are compiled where they are required. Babel's compiler is loaded with the first file that Node
 * cannot read as it stands: that takes as long as fifty files of a run.
 */
export function compileModules(): void {
  if (isAsked) return;
  isAsked = true;
  const own = new Map(EXTENSIONS.map((extension) => [extension, loaders[extension]]));
  for (const extension of EXTENSIONS)
    loaders[extension] = (module, path) => {
      if (isIgnored(path)) return (own.get(extension) ?? own.get('.js')!)(module, path);
      const text = plainText(path);
      if (text !== null) return module._compile(text, path);
      restoreLoaders(own);
      registerBabel();
      return loaders[extension]!(module, path);
    };
}

function restoreLoaders(own: ReadonlyMap<string, Loader | undefined>): void {
  for (const [extension, loader] of own) {
    if (loader === undefined) delete loaders[extension];
    else loaders[extension] = loader;
  }
}

/** As Babel would leave it: a script in strict mode; null for a file that has to be compiled. */
function plainText(path: string): string | null {
  if (!/\.c?js$/.test(path)) return null;
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF?(?:#!.*)?/, '');
  if (isCompiled(text)) return null;
  const strict = `"use strict";${text}`;
  try {
    new Script(`(function (exports, require, module, __filename, __dirname) {${strict}\n})`);
    return strict;
  } catch {
    return null;
  }
}

const isCompiled = (text: string): boolean => /^\s*(?:import\b|export\b)/m.test(text) || /@flow\b/.test(text);

/** Loaded when the first file is read, and not meant for strict mode, which compiled modules are in. */
const PARSERS = /\/(?:@babel\/parser|tree-sitter[\w-]*|@ast-grep|node-gyp-build)\//;

/** What jscodeshift leaves to Node, its transforms apart. */
const ITS_OWN = [PARSERS, /\/flow-parser\//, /\/recast\//, /\/ast-types\//, /\/jscodeshift\/(?!transforms\/)/];

const isIgnored = (path: string): boolean => ITS_OWN.some((pattern) => pattern.test(path)) || isLoadable(path);

/** Where this program's own modules are, which Node loads as they are. */
const OWN = ['dist', 'src', 'codemods', 'analyzers'].map((room) => fileURLToPath(new URL(`${room}/`, packageFolder())));

/** A file of an installed package that is written for `require`: compiling all that a codemod imports took a minute. */
function isLoadable(path: string): boolean {
  if (OWN.some((room) => path.startsWith(room))) return true;
  if (!path.includes(`${sep}node_modules${sep}`) || !/\.c?js$/.test(path)) return false;
  return !isCompiled(readFileSync(path, 'utf8'));
}

function registerBabel(): void {
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
    extensions: EXTENSIONS,
    ignore: [...ITS_OWN, isLoadable],
  });
}
