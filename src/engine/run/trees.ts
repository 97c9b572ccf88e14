import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { SgNode, SgRoot } from '@ast-grep/napi';
import { RefactorError } from '../../core/errors.ts';
import type { TreeLanguage } from '../../languages/tree-language.ts';

/** The trees of one file: what several codemods look at is parsed once. */
export interface Trees {
  /** The root of a text. */
  readonly rootOf: (text: string, language: TreeLanguage) => SgNode;
  /** Parses so far. */
  readonly count: () => number;
}

type Napi = typeof import('@ast-grep/napi');

const require = createRequire(import.meta.url);
let loaded: Napi | null = null;

/** Trees that are kept for as long as a text stays the same. */
export function openTrees(): Trees {
  let last: { readonly text: string; readonly language: TreeLanguage; readonly root: SgRoot } | null = null;
  let parses = 0;
  return {
    rootOf: (text, language) => {
      if (last === null || last.text !== text || last.language !== language) {
        last = { text, language, root: loadNapi().parse(NAPI_NAMES[language], text) };
        parses += 1;
      }
      return last.root.root();
    },
    count: () => parses,
  };
}

const NAPI_NAMES: Readonly<Record<TreeLanguage, string>> = {
  rust: 'rust',
  python: 'python',
  typescript: 'TypeScript',
  tsx: 'Tsx',
  javascript: 'JavaScript',
};

/**
 * ast-grep, with the parsers of Rust and Python that this program has anyway: their addons are libraries that hold the grammar.
 * Throws RefactorError `codemod-not-loaded` where this machine has no build of it.
 */
function loadNapi(): Napi {
  if (loaded !== null) return loaded;
  try {
    const napi = require('@ast-grep/napi') as Napi;
    napi.registerDynamicLanguage({
      rust: { libraryPath: addonOf('tree-sitter-rust'), extensions: ['rs'], expandoChar: 'µ' },
      python: { libraryPath: addonOf('tree-sitter-python'), extensions: ['py'], expandoChar: 'µ' },
    });
    loaded = napi;
    return napi;
  } catch (error) {
    throw new RefactorError({
      code: 'codemod-not-loaded',
      what: 'ast-grep cannot be loaded',
      why: (error as Error).message.split('\n')[0]!,
      whatToDo:
        'Install omni-refactor again without `--omit=optional`: the build for this machine is an optional package.',
    });
  }
}

/** The native file of a grammar package, as its own loader finds it. */
function addonOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const loader = createRequire(manifest)('node-gyp-build') as { path: (folder: string) => string };
  return loader.path(dirname(manifest));
}
