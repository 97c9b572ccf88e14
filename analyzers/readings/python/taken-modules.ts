import type { View } from '../../../src/workspace/view.ts';
import { nameOf } from './source.ts';

const MANIFESTS = /(^|\/)(setup\.py|setup\.cfg|pyproject\.toml|Cargo\.toml|meson\.build|CMakeLists\.txt)$/;

/**
 * What Python imports under the name of a module in place of a file that would be new: a package, machine code, or what a build makes machine
 * code of. Null where nothing does.
 * @param path the file that would be new, and its module
 */
export function takenBy(view: View, path: string, dotted: string): string | null {
  const stem = path.replace(/\.py$/, '');
  const beside = view.files.find(
    ({ path: other }) =>
      other.startsWith(stem) &&
      /^(?:\/__init__\.(?:.*\.)?(?:py|so|pyd)|\.(?:.*\.)?(?:so|pyd)|\.pyx)$/.test(other.slice(stem.length)),
  );
  if (beside) return beside.path;
  if (view.file(path)) return null;
  const name = dotted.slice(dotted.lastIndexOf('.') + 1);
  // `Extension("pkg._m", …)`, `module-name = "pkg._m"`; `extension_module('_m', …)`, `pybind11_add_module(_m …)`; `name = "_m"`.
  const built = new RegExp(
    `["']${dotted.replaceAll('.', '[./]')}["']|\\b\\w*(?:extension_module|add_module|add_library)\\s*\\(\\s*['"]?${name}\\b|^[ \\t]*name[ \\t]*=[ \\t]*"${name}"`,
    'm',
  );
  const manifest = view.files.find(
    ({ path: other, state }) => state === 'text' && MANIFESTS.test(other) && built.test(view.text(other)),
  );
  return manifest?.path ?? null;
}

/** Another file that goes by the same bare name: of two in one program, one is found for both. */
export function sameBareName(view: View, path: string, dotted: string): string | null {
  if (dotted.includes('.')) return null;
  const file = `${dotted}.py`;
  const found = view.files.find(
    ({ path: other }) =>
      other !== path && (other === file || other.endsWith(`/${file}`)) && nameOf(view, other).dotted === dotted,
  );
  return found?.path ?? null;
}
