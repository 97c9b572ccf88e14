import type { View } from '../../../../workspace/view.ts';
import type { ModuleDifference } from '../module-paths.ts';
import { ofDifferingFiles } from './differing-files.ts';
import { outsideData } from './outside-data.ts';

/** Reads over what strings say of a place: the paths of modules that one side alone has, and of files that differ, with a line behind them. */
export type PlaceFold = (text: string) => string;

export function createPlaceFold(
  before: View,
  after: View,
  { before: gone, after: fresh }: ModuleDifference,
): PlaceFold {
  const modules = [...fresh, ...gone].map((path): [RegExp, string] => {
    const parent = path.split('::').slice(0, -1).join('::');
    return [new RegExp(`(?<![\\w:])(\\w+)::${path}(?!\\w)`, 'g'), parent === '' ? '$1' : `$1::${parent}`];
  });
  const files = [...new Set([...ofDifferingFiles(before, after), ...ofDifferingFiles(after, before)])]
    .sort((a, b) => b.length - a.length)
    .map((path) => new RegExp(`(?<![\\w/.-])(?:[\\w.-]+/)*?${withShorter(path)}(?![\\w/])(?::\\d+){0,2}`, 'g'));
  return (text) => {
    const named = modules.reduce((at, [wrong, right]) => at.replace(wrong, right), text);
    return files.reduce((at, path) => at.replace(path, '<file>'), named);
  };
}

// rustc names a file from where it was started: the workspace's folder, or the package's.
function withShorter(path: string): string {
  const parts = path.split('/').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const source = parts.findIndex((part) => /^(?:src|tests|examples|benches)$/.test(part));
  if (source < 1) return parts.join('/');
  return `(?:${parts.slice(0, source).join('/')}/)?${parts.slice(source).join('/')}`;
}

/** A body with its strings read over. */
export const foldStrings = (body: string, fold: PlaceFold): string =>
  body
    .split('\n')
    .map((line) => (line.includes('"') ? outsideData(line, (code) => code, fold) : line))
    .join('\n');
