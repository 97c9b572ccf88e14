import { basename } from 'node:path/posix';
import { pragmaNames } from '../../../src/languages/javascript/read-links.ts';
import type { View } from '../../../src/workspace/view.ts';
import { settingsFor } from './compiler-settings.ts';

/** Settings of esbuild, vite, swc and babel, as keys or as options of a command. */
const BUILDER =
  /\b(?:jsxFactory|jsxFragment|pragma|pragmaFrag|jsx-factory|jsx-fragment)["']?\s*[:=]\s*["']?([A-Za-z_$][\w$]*)/g;
const BUILDERS =
  /^(?:(?:vite|vitest|babel|esbuild|rollup|tsup|webpack|swc)[\w.-]*\.(?:[mc]?[jt]s|json)|\.babelrc(?:\.\w+)?|\.swcrc|package\.json|build\.[mc]?[jt]s)$/;

/** Views never change: each is asked once for what its build tools are told. */
const known = new WeakMap<View, readonly string[]>();

/**
 * Names that the markup of a file calls without naming them: `React`, what a pragma says, and the heads of what settings of TypeScript or of a
 * bundler call the factory. None where every configuration lets the compiler import that by itself, and nothing says otherwise.
 */
export function markupNames(view: View, path: string): string[] {
  const settings = settingsFor(view, path);
  const told = settings.flatMap(({ options: { jsxFactory, jsxFragmentFactory, reactNamespace } }) =>
    [jsxFactory, jsxFragmentFactory, reactNamespace].flatMap((one) => /^[\w$]+/.exec(String(one ?? '')) ?? []),
  );
  const built = known.get(view) ?? builderNames(view);
  known.set(view, built);
  const automatic = settings.length > 0 && settings.every(({ options }) => /^react-jsx/.test(String(options.jsx)));
  const named = [...pragmaNames(view.text(path)), ...told, ...built];
  return automatic && named.length === 0 ? [] : [...new Set([...named, 'React'])];
}

const builderNames = (view: View): string[] =>
  view.files
    .filter(
      ({ path, state }) => state === 'text' && BUILDERS.test(basename(path)) && !/(^|\/)node_modules\//.test(path),
    )
    .flatMap(({ path }) => [...view.text(path).matchAll(BUILDER)].map(([, name]) => name!));
