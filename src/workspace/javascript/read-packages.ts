import { by } from '../../core/compare.ts';
import { lineStartsOf } from '../../core/lines.ts';
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
  for (let folder = dir; ; folder = dirOf(folder)) {
    const path = folder === '' ? 'tsconfig.json' : `${folder}/tsconfig.json`;
    if (files.has(path)) return path;
    if (folder === '') return null;
  }
}

function parseJson(path: string, files: ManifestFiles): Readonly<Record<string, unknown>> | null {
  const text = files.text(path).replace(/^\ufeff/, '');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    files.problems.push({ path, line: 1, reason: 'it does not hold an object' });
  } catch {
    files.problems.push({ path, line: brokenLine(text), reason: 'it is not valid JSON' });
  }
  return null;
}

/** The first line with which the text stops being the beginning of some JSON. Not every V8 says where it stopped reading. */
function brokenLine(text: string): number {
  const ends = [...lineStartsOf(text).slice(1), text.length];
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeginning(text.slice(0, ends[middle]))) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message);
    return message.includes('Unexpected end') || (position !== null && Number(position[1]) >= text.length);
  }
}
