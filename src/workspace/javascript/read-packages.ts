import { by } from '../../core/compare.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import { dirOf, type ManifestFiles, stringAt } from '../manifest-files.ts';
import type { JsPackage } from '../manifests.ts';

/** Every package.json with a name of its own or not, with the tsconfig that stands nearest above it. */
export function readPackages(files: ManifestFiles): JsPackage[] {
  const packages: JsPackage[] = [];
  for (const path of files.named('package.json')) {
    const table = parseJson(path, files);
    if (!table) continue;
    const dir = dirOf(path);
    packages.push({ name: stringAt(table, 'name') ?? dir, dir, manifest: path, tsconfig: nearestTsconfig(dir, files) });
  }
  return packages.sort(by((item) => item.manifest));
}

function nearestTsconfig(dir: string, files: ManifestFiles): string | null {
  for (let at = dir; ; at = dirOf(at)) {
    const path = at === '' ? 'tsconfig.json' : `${at}/tsconfig.json`;
    if (files.has(path)) return path;
    if (at === '') return null;
  }
}

function parseJson(path: string, files: ManifestFiles): Readonly<Record<string, unknown>> | null {
  const text = files.text(path).replace(/^\ufeff/, '');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    files.problems.push({ path, line: 1, reason: 'it does not hold an object' });
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message);
    const offset = position ? Number(position[1]) : text.length;
    files.problems.push({ path, line: lineAt(lineStartsOf(text), offset), reason: 'it is not valid JSON' });
  }
  return null;
}
