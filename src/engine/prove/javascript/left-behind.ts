import { dirname, join } from 'node:path/posix';
import { computedLoads } from '../../../../analyzers/readings/javascript/computed-loads.ts';
import { folderLoaderOf } from '../../../../analyzers/readings/javascript/folder-loaders.ts';
import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { packageOf } from '../../../../analyzers/readings/javascript/package-scope.ts';
import type { Proof } from '../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import { moduleLoading } from '../../../languages/javascript/module-loading.ts';
import type { View } from '../../../workspace/view.ts';
import { namedElsewhere, wholeText } from '../named-elsewhere.ts';
import { isScriptFile } from './is-script-file.ts';
import { laterNames } from './later-names.ts';

const QUOTED = /(['"`])([^'"`\n\s]+)\1/g;

/**
 * Files of the state after a join that name a module which is gone, be it by an import, a mock or any other string, or may load it by a computed path.
 * @param end the state that is written, where that may be there again
 */
export function leftBehind(before: View, after: View, gone: readonly string[], end: View): Proof[] {
  const lost = new Set(gone.filter((path) => isScriptFile(before, path)));
  if (lost.size === 0) return [];
  const unloadable = new Set([...lost].filter((path) => !givesAgain(before, end, path)));
  const stems = [...lost].map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, ''));
  const needles = new Map([...lost].map((path) => [path, wholeText(shortOf(path))]));
  const elsewhere = namedElsewhere(after, needles, (path) => isScriptFile(after, path));
  const inSources = after.files
    .filter(({ path, state }) => state === 'text' && isScriptFile(after, path) && before.file(path))
    .flatMap(({ path }): Proof[] => {
      const text = after.text(path);
      const isNamed = stems.some((stem) => text.includes(stem));
      const why =
        (isNamed ? firstNaming(before, path, text, lost) : null) ??
        firstReaching(after, path, lost, unloadable) ??
        (before.text(path) === text ? null : laterNames(before, after, path, [...lost]));
      return why === null ? [] : [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
    });
  return [...inSources, ...elsewhere, ...[...lost].flatMap((path) => foundNoMore(before, after, path))];
}

/** A script that found the file by its folder, and finds it no more. */
function foundNoMore(before: View, after: View, path: string): Proof[] {
  const loader = folderLoaderOf(before, before, path);
  if (loader === null || after.file(loader.by)?.state !== 'text') return [];
  const why = `${loader.by} loads the files of ${loader.finds}, and finds it there no more`;
  return [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
}

/** Its name with its folder, without ending: how manifests name it, wherever it is built to. */
const shortOf = (path: string): string =>
  path
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.[^/]*$/, '');

function firstNaming(before: View, path: string, text: string, lost: ReadonlySet<string>): string | null {
  const found = [...text.matchAll(QUOTED)].find(
    ([, , name]) => lost.has(moduleOf(before, path, name!)) || isAliasOf(before, path, name!, lost),
  );
  return found ? `line ${lineAt(lineStartsOf(text), found.index)}: it names ${found[2]}, whose file is gone` : null;
}

/** `@parts/rate.ts`: settings that are not read may lead it to one of the files, and it leads to nothing that is known. */
function isAliasOf(view: View, path: string, name: string, lost: ReadonlySet<string>): boolean {
  if (!ALIAS.test(name) || !name.includes('/') || moduleOf(view, path, name) !== name) return false;
  const [scope, second] = name.split('/');
  const manifest = view.file('package.json')?.state === 'text' ? view.text('package.json') : '';
  if (manifest.includes(`"${scope}/${second}"`)) return false;
  // What stands behind the word that settings replace (`#parts`, `/src`, `@scope` or `@scope/name`) is a path still.
  const words = plain(name).split('/');
  if (words.length === 2 && words[0] === '') return [...lost].some((one) => plain(one) === words[1]);
  const tail = words.slice(Math.min(name.startsWith('#') || name.startsWith('~') ? 1 : 2, words.length - 1)).join('/');
  return [...lost].some((one) => `/${plain(one)}`.endsWith(`/${tail}`));
}

const plain = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

/** It is there at the end, and exports all that it did. */
function givesAgain(before: View, end: View, path: string): boolean {
  const [old, now] = [before, end].map((view) => {
    const read = view.file(path)?.grammar ? view.facts(path, moduleLoading) : null;
    return read === null || read.status === 'failed' ? null : read.value;
  });
  if (!old?.whole || !now?.whole || old.form !== now.form) return false;
  return Object.keys(old.exports).every((name) => Object.hasOwn(now.exports, name)) && old.stars.length === 0;
}

/** A call that may load one of the files: by a path that begins as theirs does, or, of the same package, by one that is computed from its start. */
function firstReaching(
  view: View,
  path: string,
  lost: ReadonlySet<string>,
  unloadable: ReadonlySet<string>,
): string | null {
  if (!MAY_LOAD.test(view.text(path))) return null;
  const syntax = view.syntax(path);
  for (const { node, prefix, lists } of computedLoads(syntax)) {
    const reached = [...(lists ? lost : unloadable)].find((one) => mayReach(view, path, prefix, one));
    if (reached === undefined) continue;
    return `line ${lineAt(lineStartsOf(syntax.text), syntax.start[node]!)}: it loads a module by a computed path, which ${reached} may have been`;
  }
  return null;
}

const MAY_LOAD = /\bimport\s*\(|\brequire\b|import\.meta|\b(?:jest|vi)\./;
/** What settings may map to the package's own folders. */
const ALIAS = /^[@~#/]/;

function mayReach(view: View, path: string, prefix: string, lost: string): boolean {
  if (/^\.\.?(?:\/|$)/.test(prefix)) return lost.startsWith(join(dirname(path), prefix).replace(/^\.$/, ''));
  return (prefix === '' || ALIAS.test(prefix)) && packageOf(view, path) === packageOf(view, lost);
}
