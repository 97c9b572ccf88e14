import { dirname, join } from 'node:path/posix';
import { computedLoads } from '../../../../analyzers/readings/javascript/computed-loads.ts';
import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { packageOf } from '../../../../analyzers/readings/javascript/package-scope.ts';
import type { Proof } from '../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import type { View } from '../../../workspace/view.ts';
import { namedElsewhere, wholeText } from '../named-elsewhere.ts';
import { isScriptFile } from './is-script-file.ts';

const QUOTED = /(['"`])([^'"`\n\s]+)\1/g;

/** Files of the state after a join that name a module which is gone, be it by an import, a mock or any other string, or may load it by a computed path. */
export function leftBehind(before: View, after: View, gone: readonly string[]): Proof[] {
  const lost = new Set(gone.filter((path) => isScriptFile(before, path)));
  if (lost.size === 0) return [];
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
        firstReaching(after, path, lost) ??
        firstCycle(before, after, path);
      return why === null ? [] : [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
    });
  return [...inSources, ...elsewhere];
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
  const plain = (one: string): string => one.slice(one.lastIndexOf('/') + 1).replace(/\.[mc]?[jt]sx?$/, '');
  return [...lost].some((one) => plain(one) === plain(name));
}

/** A call that may load one of the files: by a path that begins as theirs does, or, of the same package, by one that is computed from its start. */
function firstReaching(view: View, path: string, lost: ReadonlySet<string>): string | null {
  if (!MAY_LOAD.test(view.text(path))) return null;
  const syntax = view.syntax(path);
  for (const { node, prefix } of computedLoads(syntax)) {
    const reached = [...lost].find((one) => mayReach(view, path, prefix, one));
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

const STATIC = /\b(?:import|export)\s(?!type\s)[^;'"`]*?from\s*(['"])([^'"\n]+)\1|\bimport\s*(['"])([^'"\n]+)\3/g;

/** A file that took parts back and is asked for while it is loaded: what the parts gave at once, it gives once it has run. */
function firstCycle(before: View, after: View, path: string): string | null {
  if (before.text(path) === after.text(path)) return null;
  const seen = new Set(askedBy(after, path));
  // A set that grows while it is walked is walked to its end.
  for (const one of seen) {
    if (one === path) return 'what it imports imports it, and gets the names of the parts later now';
    for (const next of askedBy(after, one)) seen.add(next);
  }
  return null;
}

const askedBy = (view: View, path: string): string[] =>
  view.file(path)?.state === 'text' && isScriptFile(view, path)
    ? [...view.text(path).matchAll(STATIC)].map((found) => moduleOf(view, path, found[2] ?? found[4]!))
    : [];
