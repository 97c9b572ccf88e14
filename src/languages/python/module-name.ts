export interface ModuleName {
  /** What `import` calls it: `pkg.mod`; for `pkg/__init__.py` the package, `pkg`. */
  readonly dotted: string;
  /** The package that its relative imports start from; '' at the top level. */
  readonly package: string;
  /** Folder below which names begin, relative to the workspace; '' for the workspace itself. */
  readonly root: string;
  /** The file is a package's `__init__.py`. */
  readonly init: boolean;
}

/**
 * The name under which a file is imported. Names begin at the deepest import root of a distribution that holds the file; without one, above
 * the outermost folder with an `__init__.py`.
 * @param has whether the workspace holds a path
 * @param importRoots folders below which distributions say that names begin
 */
export function moduleName(path: string, has: (path: string) => boolean, importRoots: readonly string[]): ModuleName {
  const folders = path.split('/').slice(0, -1);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.pyi?$/, '');
  const init = stem === '__init__';
  let top = folders.length;
  while (top > 0 && has([...folders.slice(0, top), '__init__.py'].join('/'))) top -= 1;
  const named = importRoots
    .filter((root) => root !== '' && path.startsWith(`${root}/`) && root.split('/').length <= top)
    .sort((a, b) => b.length - a.length)[0];
  const depth = named === undefined ? top : named.split('/').length;
  const packages = folders.slice(depth);
  const dotted = [...packages, ...(init ? [] : [stem])].join('.');
  return { dotted, package: packages.join('.'), root: folders.slice(0, depth).join('/'), init };
}

/** `from ..a import b` in package `x.y` is `x.a`; null when the dots leave the top. */
export function absoluteModule(level: number, module: string, packageName: string): string | null {
  if (level === 0) return module;
  const parts = packageName === '' ? [] : packageName.split('.');
  if (level > parts.length) return null;
  return [...parts.slice(0, parts.length - level + 1), ...(module === '' ? [] : [module])].join('.');
}
