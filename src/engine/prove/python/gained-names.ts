import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import { listsNamespace } from '../../../languages/python/lists-namespace.ts';
import { readImports } from '../../../languages/python/read-imports.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';
import { boundBy, moduleOf, modulesAsked } from './import-names.ts';
import { type PythonFile, readFile } from './read-file.ts';

/** The file may read its own namespace by another way than a name that it spells. */
const READS_ITSELF =
  /\b(?:dir|vars|globals)\s*\(\s*\)|\bmodules\s*(?:\[|\.\s*get\s*\()|\bimport_module\s*\(\s*__name__|__globals__/;
/** Somebody asks a module for all that it holds. */
const READS_ANY = /\b(?:dir|vars|getmembers\w*)\s*\(|__dict__/;
/** Runners collect tests and fixtures by what a module of such a name holds. */
const COLLECTED = /(?:^|\/)(?:test[^/]*|[^/]*tests?|conftest)\.py$/;

/**
 * A join gives its file the imports that the parts had alone, and so names that the file did not have. Why somebody may see one of them; null
 * where the text shows nobody. What the file's own code reads by that name is compared statement by statement (`resolveReads`).
 */
export function firstGained(before: View, after: View, path: string, gone: readonly string[]): string | null {
  const [old, now] = [before.file(path), after.file(path)];
  if (old?.state !== 'text' || now?.grammar !== 'python' || before.text(path) === after.text(path)) return null;
  const had = new Set(readFile(before, path).statements.flatMap(({ binds }) => binds));
  const file = readFile(after, path);
  const gained = importedIn(file).filter((name) => !had.has(name));
  if (gained.length === 0) return null;
  return (
    unguarded(before, [path, ...gone], gone) ?? seenInside(after, file, gained) ?? seenOutside(after, file, gained)
  );
}

/** A part that is loaded under a guard or later only may fail to load: its imports would fail for the whole file. */
function unguarded(before: View, files: readonly string[], gone: readonly string[]): string | null {
  const parts = new Set(gone.map((path) => nameOf(before, path).dotted));
  const asked = files.flatMap((path) => {
    const name = nameOf(before, path);
    return readImports(before.syntax(path)).flatMap((item) =>
      modulesAsked({ name }, item)
        .filter((one) => parts.has(one))
        .map((one) => ({ one, isPlain: item.scope === 'module' && !item.typeChecking && !item.inTry && !item.inIf })),
    );
  });
  const plain = new Set(asked.filter(({ isPlain }) => isPlain).map(({ one }) => one));
  const late = asked.find(({ one }) => !plain.has(one))?.one;
  return late === undefined ? null : `${late} was loaded on some paths only, and its imports run with the file now`;
}

/** Names that nothing but imports of other files binds, at the top level. */
export function importedIn({ statements }: PythonFile): string[] {
  const imported = statements.flatMap(({ kind, binds }) => (kind === 'import' ? binds : []));
  const made = new Set(
    statements.flatMap(({ kind, binds, rebinds }) => (kind === 'import' ? rebinds : [...binds, ...rebinds])),
  );
  return [...new Set(imported)].filter((name) => !made.has(name));
}

function seenInside(after: View, { path, name, statements }: PythonFile, gained: readonly string[]): string | null {
  const text = after.text(path);
  const [first] = gained;
  const asked = READS_ITSELF.exec(text)?.index ?? listsNamespace(after.syntax(path))?.start;
  if (asked !== undefined) {
    const line = lineAt(lineStartsOf(text), asked);
    return `line ${line}: it reads its own namespace, which has the name ${first} now: import that name before the join`;
  }
  if (statements.some(({ binds }) => binds.includes('__getattr__')))
    return `its __getattr__ was asked for ${first}, which is a name of the module now`;
  const module = name.init ? gained.find((one) => isModule(after, `${name.dotted}.${one}`)) : undefined;
  if (module !== undefined) return `${module} is a module of the package and a name of its file now`;
  const collected = COLLECTED.test(path)
    ? statements.flatMap(fromImported).find((one) => gained.includes(one))
    : undefined;
  return collected === undefined ? null : `a test runner may collect ${collected}, which is a name of the module now`;
}

const fromImported = ({ imports }: PythonFile['statements'][number]): string[] =>
  imports.flatMap(({ kind, names }) => (kind === 'from' ? names.map(boundBy) : []));

const isModule = (view: View, dotted: string): boolean => {
  const place = dotted.replaceAll('.', '/');
  return view.files.some(
    ({ path }) => `/${path}`.endsWith(`/${place}.py`) || `/${path}`.endsWith(`/${place}/__init__.py`),
  );
};

/** Another file takes all names of the module, looks through them, or asks for one of the new ones. */
function seenOutside(after: View, file: PythonFile, gained: readonly string[]): string | null {
  const { dotted } = file.name;
  const stem = dotted.slice(dotted.lastIndexOf('.') + 1);
  const isNear = (path: string): boolean =>
    wordsOf(after, path).has(stem) || /^\s*from\s+\.+\s+import/m.test(after.text(path));
  const seen = after.files
    .filter(({ path, grammar, state }) => path !== file.path && grammar === 'python' && state === 'text')
    .filter(({ path }) => isNear(path))
    .map(({ path }) => seenBy(after, path, file, gained));
  return seen.find((why) => why !== null) ?? null;
}

function seenBy(after: View, path: string, file: PythonFile, gained: readonly string[]): string | null {
  const { dotted } = file.name;
  const text = after.text(path);
  const quoted = new RegExp(`["'](?:${dotted.replaceAll('.', '\\.')}\\.)?(?:${gained.join('|')})["']`).exec(text);
  const taken = takenBy(after, path, file, gained);
  if (taken !== null) return taken;
  if (READS_ANY.test(text)) return `${path} may look through the names of ${dotted}, and ${gained[0]} is one more`;
  return quoted && `${path} asks for ${quoted[0]} by a string, and ${dotted} has that name now`;
}

/** By its imports. */
function takenBy(after: View, path: string, file: PythonFile, gained: readonly string[]): string | null {
  const { dotted } = file.name;
  const name = nameOf(after, path);
  const isListed = file.statements.some(({ binds }) => binds.includes('__all__'));
  const starred = isListed ? undefined : gained.find((one) => !one.startsWith('_'));
  const from = readImports(after.syntax(path)).filter(
    (statement) => statement.kind === 'from' && moduleOf({ name }, statement) === dotted,
  );
  if (starred !== undefined && from.some(({ star }) => star))
    return `${path} star-imports ${dotted}, and would get ${starred} too: give ${file.path} an __all__ first`;
  const taken = from.flatMap(({ names }) => names).find((one) => gained.includes(one.name));
  return taken === undefined ? null : `${path} imports ${taken.name} from ${dotted}, which has that name now`;
}
