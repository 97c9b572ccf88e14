import { dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { settingsFor } from './compiler-settings.ts';
import { packageTargets } from './workspace-packages.ts';

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/**
 * The file that a module name means, by the view: relative names, those that `paths` of the project's configuration lead to a file, and those of
 * packages of the workspace. Another package's name, and what is not found, as it is; a relative name that leads nowhere as the path that it would have.
 */
export function moduleOf(view: View, from: string, name: string): string {
  if (!/^\.\.?(\/|$)/.test(name)) return byPaths(view, from, name) ?? byPackages(view, from, name) ?? name;
  const target = join(dirname(from), name).replace(/\/$/, '');
  return fileAt(view, target) ?? target;
}

/**
 * A name of a package of the workspace that its conditions (`development`, `browser`, a condition of its own) lead to several files: which one a
 * program loads is not known here. Sources beside what a build makes of them, and declarations, are no second file.
 */
export function isConditionalName(view: View, from: string, name: string): boolean {
  if (/^\.\.?(\/|$)/.test(name)) return false;
  const found = packageTargets(view, from, name).flatMap((places) => firstOf(view, places) ?? []);
  return new Set(found).size > 1;
}

/** `@scope/part` by the package.json of another folder. */
function byPackages(view: View, from: string, name: string): string | null {
  return firstOf(view, packageTargets(view, from, name).flat());
}

function firstOf(view: View, places: readonly string[]): string | null {
  for (const target of places) {
    const found = fileAt(view, target);
    if (found !== null && view.file(found)?.grammar) return found;
  }
  return null;
}

function fileAt(view: View, target: string): string | null {
  // A file of exactly that name comes first, and is what it is: data, a script without an ending, a link.
  const exact = view.file(target);
  if (exact && !exact.grammar) return target;
  const stem = target.replace(/\.[mc]?[jt]sx?$/, '');
  const compiled = /\.([mc]?)jsx?$/.exec(target);
  const tries = [
    ...(compiled ? [`${stem}.${compiled[1]}ts`, `${stem}.${compiled[1]}tsx`] : []),
    target,
    ...ENDINGS.map((ending) => target + ending),
    ...ENDINGS.map((ending) => (target === '.' ? `index${ending}` : `${target}/index${ending}`)),
  ];
  return tries.find((path) => view.file(path)?.grammar) ?? null;
}

/** `@/x` by `"paths": { "@/*": ["./src/*"] }`. */
function byPaths(view: View, from: string, name: string): string | null {
  for (const { options, pathsFrom } of settingsFor(view, from)) {
    const paths = (options.paths ?? {}) as Readonly<Record<string, unknown>>;
    for (const [pattern, targets] of Object.entries(paths)) {
      const star = matching(pattern, name);
      if (star === null || !Array.isArray(targets)) continue;
      for (const target of targets) {
        const found = fileAt(view, join(pathsFrom, String(target).replace('*', star)));
        if (found !== null) return found;
      }
    }
  }
  return null;
}

function matching(pattern: string, name: string): string | null {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === name ? '' : null;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
  return fits ? name.slice(head.length, name.length - tail.length) : null;
}

/** Modules of node that do nothing by being loaded, and whose functions only compute. */
export const isComputingModule = (name: string): boolean =>
  /^(node:)?(path(\/(posix|win32))?|url|querystring|string_decoder|punycode)$/.test(name);

const BUILTIN =
  /^(node:.*|assert|async_hooks|buffer|child_process|cluster|console|constants|crypto|dgram|diagnostics_channel|dns|domain|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|stream|string_decoder|timers|tls|trace_events|tty|url|util|v8|vm|wasi|worker_threads|zlib)(\/\w+)?$/;

/** Part of the runtime: it is there before any module is. */
export const isBuiltinModule = (name: string): boolean => BUILTIN.test(name);
