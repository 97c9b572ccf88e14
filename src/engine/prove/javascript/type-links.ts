import { basename } from 'node:path/posix';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import { followExported, type ModuleSet } from './follow-name.ts';
import type { EsModule } from './read-es-module.ts';

/** What a compiler of single files takes for something else than TypeScript as a whole does. */
export interface TypeLink {
  readonly path: string;
  readonly why: string;
  /** Where the workspace names such a compiler, as a path; null where it does not. */
  readonly compiler: string | null;
}

/**
 * `export { Options } from './part'` of an interface, without `type`: TypeScript as a whole leaves it out, and what compiles file by file cannot know
 * that, so that loading the module fails. Links that were there before are as they were.
 */
export function typeLink(view: View, family: Family, first: ModuleSet, second: ModuleSet): TypeLink | null {
  for (const module of family.after) {
    const old = family.before.find(({ path }) => path === module.path);
    for (const [name, exported] of module.exports) {
      if (!isHandedOn(module, exported) || !isTypeOnly(second, module, exported)) continue;
      const earlier = old?.exports.get(name);
      if (old && earlier && isHandedOn(old, earlier) && isTypeOnly(first, old, earlier)) continue;
      const why = `${module.path} exports the type \`${name}\` of another module without \`type\` (J93), and what compiles file by file keeps it for a value`;
      return { path: module.path, why, compiler: compilerOf(view) };
    }
  }
  return null;
}

type Exported = EsModule['exports'] extends ReadonlyMap<string, infer One> ? One : never;

const isHandedOn = (module: EsModule, exported: Exported): boolean =>
  'foreign' in exported
    ? !exported.foreign.typeOnly
    : 'local' in exported && !exported.typeOnly && module.imports.get(exported.local)?.typeOnly === false;

function isTypeOnly(set: ModuleSet, module: EsModule, exported: Exported): boolean {
  const { value, type } = followExported(set, module, exported);
  return type && !value;
}

const SETTINGS =
  /^(?:(?:vite|vitest|babel|esbuild|rollup|tsup|webpack|rspack|swc|next|jest|bun|rolldown|tsdown|unbuild)[\w.-]*\.(?:[mc]?[jt]s|json|toml)|\.babelrc(?:\.\w+)?|\.swcrc)$/;
const NAMED =
  /"(?:tsx|vite|vitest|esbuild|tsup|tsdown|esbuild-register|@swc\/core|@babel\/preset-typescript|bun|next|rolldown|@esbuild-kit\/\w+|sucrase)"\s*:|\b(?:tsx|bun|deno|swc-node|esbuild|strip-types)\b/;

export function compilerOf(view: View): string | null {
  const found = view.files.find(
    ({ path, state }) =>
      state === 'text' &&
      !/(^|\/)node_modules\//.test(path) &&
      (SETTINGS.test(basename(path)) || (basename(path) === 'package.json' && NAMED.test(view.text(path)))),
  );
  return found?.path ?? null;
}
