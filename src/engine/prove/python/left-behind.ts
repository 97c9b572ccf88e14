import { computedLoads } from '../../../../analyzers/readings/python/computed-loads.ts';
import { folderLoaderOf } from '../../../../analyzers/readings/python/folder-loaders.ts';
import {
  lineIn,
  mayHoldPython,
  pythonInStrings,
  pythonInText,
} from '../../../../analyzers/readings/python/python-in-texts.ts';
import { modulesOf, reachesModule } from '../../../../analyzers/readings/python/reaches-module.ts';
import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import type { Told } from '../../../../analyzers/readings/python/told-strings.ts';
import type { Proof } from '../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import { parse } from '../../../languages/parse.ts';
import { absoluteModule } from '../../../languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../languages/python/read-imports.ts';
import type { Syntax } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';
import { namedElsewhere, wholeText } from '../named-elsewhere.ts';
import { firstGained } from './gained-names.ts';
import { lostComments } from './lost-comments.ts';
import { readFile } from './read-file.ts';

/**
 * What a join may leave behind: a file that imports a module which is gone, names it in a string, or may load it by a name that is computed; a
 * name that a module had and has no more, or has now and somebody may see; and a comment.
 */
export function leftBehind(before: View, after: View, gone: readonly string[], end: View): Proof[] {
  const lost = gone.filter((path) => path.endsWith('.py'));
  const modules = lost.map((path) => nameOf(before, path).dotted);
  if (modules.length === 0) return [];
  const unloadable = lost.filter((path) => !givesAgain(before, end, path)).map((path) => nameOf(before, path).dotted);
  const stems = modules.map((dotted) => dotted.slice(dotted.lastIndexOf('.') + 1));
  const isPython = (path: string): boolean => after.file(path)?.grammar === 'python';
  const elsewhere = [
    ...namedElsewhere(after, new Map(modules.map((one) => [one, namesOf(one)])), isPython),
    ...namedInTexts(after, modules),
  ];
  const inSources = after.files
    .filter(({ grammar, state }) => grammar === 'python' && state === 'text')
    .flatMap(({ path }): Proof[] => {
      const isNamed = stems.some((stem) => wordsOf(after, path).has(stem));
      const why =
        (isNamed ? firstNaming(after, path, modules) : null) ??
        firstReaching(after, path, { modules, unloadable }) ??
        firstCycle(before, after, path) ??
        firstLost(before, after, path, stems) ??
        firstGained(before, after, path, lost);
      return why === null ? [] : [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
    });
  return [
    ...inSources,
    ...lostComments(before, after, gone),
    ...elsewhere.map((one) => ({ ...one, path: homeOf(before, gone, one.path) })),
    ...lost.flatMap((path) => foundNoMore(before, after, path)),
  ];
}

/** Code of another folder that found the module by its own, and finds it no more. */
function foundNoMore(before: View, after: View, path: string): Proof[] {
  const loader = folderLoaderOf(before, path);
  const by = loader?.place.replace(/:\d+$/, '');
  if (by === undefined || after.file(by)?.state !== 'text') return [];
  const why = `${loader!.place} lists the files of this folder, and finds it there no more`;
  return [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
}

/** How a setting, a list or a script may name a module: in full, by its file with the folder, and, of a name that says whose it is, by that alone. */
function namesOf(dotted: string): RegExp {
  const [stem = '', folder = ''] = dotted.split('.').reverse();
  if (stem.startsWith('_')) return new RegExp(`(?<!\\w)${stem}(?!\\w)`);
  const file = folder === '' ? stem : `${folder}/${stem}`;
  return new RegExp(`${wholeText(dotted).source}|(?<![\\w-])${file}\\.py(?!\\w)`);
}

const homeOf = (before: View, gone: readonly string[], dotted: string): string =>
  gone.find((path) => path.endsWith('.py') && nameOf(before, path).dotted === dotted) ?? dotted;

/** A module that is there at the end with all that it bound: who loads it by a name that is computed gets what he got. */
const givesAgain = (before: View, end: View, path: string): boolean => {
  if (end.file(path)?.state !== 'text') return false;
  const bound = new Set(boundIn(end, path));
  return boundIn(before, path).every((name) => bound.has(name));
};

interface Lost {
  readonly modules: readonly string[];
  /** Those of them that somebody who loads them would not find as they were. */
  readonly unloadable: readonly string[];
}

/** A call that may load one of the modules, or lists the package or folder that they were in. */
function firstReaching(view: View, path: string, { modules, unloadable }: Lost): string | null {
  if (!MAY_LOAD.test(view.text(path))) return null;
  const syntax = view.syntax(path);
  const name = nameOf(view, path);
  const [top = ''] = name.dotted.split('.');
  const isKept = (word: string): boolean => !isWrittenElsewhere(view, path, word);
  for (const { node, kind, names } of computedLoads({ syntax, name, isKept })) {
    const reached = (kind === 'list' ? modules : unloadable).find((one) => names.some((told) => mayBe(told, one, top)));
    if (reached === undefined) continue;
    const line = lineAt(lineStartsOf(syntax.text), syntax.start[node]!);
    return kind === 'list'
      ? `line ${line}: it lists modules or files, of which ${reached} may have been one: let it name them, or leave this part where it is`
      : `line ${line}: it loads a module by a computed name, which ${reached} may have been: let it load what it names, or leave this part where it is`;
  }
  return null;
}

/** Whether a name of which this much is told may be the module's, or one below it. @param top the first name of the package that asks */
function mayBe({ text, isWhole }: Told, module: string, top: string): boolean {
  if (`${text}.`.startsWith(`${module}.`)) return true;
  if (isWhole) return false;
  return text === '' ? module.split('.')[0] === top : module.startsWith(text);
}

/** Another file may set an attribute of that name, or names it in a string, as those do that patch. */
function isWrittenElsewhere(view: View, path: string, word: string): boolean {
  const written = new RegExp(`\\.\\s*${word}\\s*(?:[^=\\w\\s]{0,3}=(?!=)|[,:])|\\b${word}["']`);
  return view.files.some(
    (other) =>
      other.path !== path &&
      other.grammar === 'python' &&
      other.state === 'text' &&
      wordsOf(view, other.path).has(word) &&
      written.test(view.text(other.path)),
  );
}

const MAY_LOAD =
  /import_module|__import__|resolve_name|find_spec|run_module|import_string|load_source|spec_from_file_location|run_path|SourceFileLoader|iter_modules|walk_packages|find_modules|import_submodules|__file__|__path__|files\(/;

/** A module that took parts back and is asked for while it is loaded: what the parts gave at once, it gives once it has run. */
function firstCycle(before: View, after: View, path: string): string | null {
  const old = before.file(path);
  if (old?.state !== 'text' || before.text(path) === after.text(path)) return null;
  const { dotted, package: home, init } = nameOf(after, path);
  // Whatever a package holds asks for it first, and gets it as far as it has come.
  if (init) return null;
  const asked = readImports(after.syntax(path))
    .filter(({ scope, typeChecking }) => scope !== 'function' && !typeChecking)
    .flatMap((item) => modulesOf(item, home));
  return reachesModule(after, asked, dotted)
    ? `what it imports while it is loaded imports ${dotted}, which gives the names of the parts later now`
    : null;
}

/** A name that the file bound at its top and binds no more, but for the modules that are gone, and private ones that served the file alone. */
function firstLost(before: View, after: View, path: string, stems: readonly string[]): string | null {
  const [old, now] = [before.file(path), after.file(path)];
  if (old?.state !== 'text' || old.grammar !== 'python' || now === undefined) return null;
  if (before.text(path) === after.text(path)) return null;
  const kept = new Set(boundIn(after, path));
  const lost = boundIn(before, path)
    .filter((name) => !kept.has(name) && !stems.includes(name))
    .find((name) => !name.startsWith('_') || isReadElsewhere(after, path, name));
  return lost === undefined ? null : `the name ${lost} is lost`;
}

/** Another file has the name and that of the module in its text. */
function isReadElsewhere(view: View, path: string, name: string): boolean {
  const module = nameOf(view, path).dotted.split('.').at(-1)!;
  return view.files.some(
    ({ path: other, grammar, state }) =>
      other !== path &&
      grammar === 'python' &&
      state === 'text' &&
      wordsOf(view, other).has(name) &&
      wordsOf(view, other).has(module),
  );
}

const boundIn = (view: View, path: string): string[] => readFile(view, path).statements.flatMap(({ binds }) => binds);

/** Python in documents, notebooks and strings that asks for a module which is gone. */
function namedInTexts(view: View, modules: readonly string[]): Proof[] {
  const isMeant = (text: string): boolean => modules.some((dotted) => mayMean(text, dotted));
  return view.files.flatMap(({ path, state, grammar }): Proof[] => {
    if (state !== 'text' || !(grammar === 'python' || mayHoldPython(path)) || !isMeant(view.text(path))) return [];
    const snippets =
      grammar === 'python'
        ? pythonInStrings(view.syntax(path), isMeant)
        : pythonInText(path, view.text(path)).filter(({ text }) => isMeant(text));
    const { package: home } = nameOf(view, `${path.slice(0, path.lastIndexOf('/') + 1)}snippet.py`);
    for (const snippet of snippets) {
      const named = namingIn({ text: snippet.text, syntax: parse(snippet.text, 'python'), home }, modules);
      if (named === null) continue;
      const why = `${path}, line ${lineIn(snippet, named.at)}: ${named.what}`;
      return [{ rung: 'S', path: named.module, configuration: '-', verdict: 'failed', why }];
    }
    return [];
  });
}

/** A text with the module's name, and with its package's where the name may be any word. */
function mayMean(text: string, dotted: string): boolean {
  const [stem = '', folder = ''] = dotted.split('.').reverse();
  return text.includes(stem) && (stem.startsWith('_') || text.includes(folder));
}

function firstNaming(view: View, path: string, modules: readonly string[]): string | null {
  const text = view.text(path);
  const named = namingIn({ text, syntax: view.syntax(path), home: nameOf(view, path).package }, modules);
  return named && `line ${lineAt(lineStartsOf(text), named.at)}: ${named.what}`;
}

interface Asking {
  readonly text: string;
  readonly syntax: Syntax;
  /** The package that relative imports go from. */
  readonly home: string;
}

/** The first place that asks for one of the modules. */
function namingIn(
  { text, syntax, home }: Asking,
  modules: readonly string[],
): { readonly at: number; readonly module: string; readonly what: string } | null {
  for (const statement of readImports(syntax))
    for (const target of targetsOf(statement, home)) {
      const module = modules.find((one) => target === one || target.startsWith(`${one}.`));
      if (module !== undefined)
        return { at: statement.start, module, what: `it imports ${target}, whose file is gone` };
    }
  for (const module of modules) {
    const at = namedBy(text, module);
    if (at !== null) return { at, module, what: `it names ${module}, whose file is gone` };
  }
  return null;
}

/** Modules that a statement may load, by their full names. */
function targetsOf({ kind, level, module, names }: PythonImport, home: string): string[] {
  if (kind === 'import') return names.map(({ name }) => name);
  const from = absoluteModule(level, module, home) ?? '';
  return [from, ...names.map(({ name }) => (from === '' ? name : `${from}.${name}`))];
}

/** `"pkg/_part.py"`, or `"_part.py"` where the folder is named too. */
function fileNamed(text: string, dotted: string): RegExpExecArray | null {
  const [stem = '', folder = ''] = dotted.split('.').reverse();
  const found = new RegExp(`["'/]${stem}\\.py["']`).exec(text);
  return found && (stem.startsWith('_') || text.includes(folder)) ? found : null;
}

const RECEIVER = /(?<![\w.])(?:self|cls)\s*$/;
const BINDS_RECEIVER =
  /\b(?:self|cls)\s*:?=(?!=)|^[ \t]*(?:[\w.*]+\s*,\s*)*(?:self|cls)\s*,[^()\n]*=(?!=)|\b(?:as|for|global|nonlocal)\s+(?:self|cls)\b|\bModuleType\b/m;

/** `self._lines`, where `self` is what methods are called on, and that is no module. */
const isOfInstance = (text: string, at: number): boolean =>
  text[at] === '.' && RECEIVER.test(text.slice(Math.max(0, at - 80), at)) && !BINDS_RECEIVER.test(text);

/** Where a text names a module: by its full name, as an attribute of what is not imported there, or as a string. Null where it does not. */
function namedBy(text: string, dotted: string): number | null {
  const stem = dotted.slice(dotted.lastIndexOf('.') + 1);
  const full = wholeText(dotted).exec(text) ?? fileNamed(text, dotted);
  if (full) return full.index;
  const places = text.matchAll(new RegExp(`\\.\\s*${stem}\\b|["']${stem}["']`, 'g'));
  for (const { index } of places) {
    const start = text.lastIndexOf('\n', index) + 1;
    if (isOfInstance(text, index)) continue;
    if (!/^\s*(?:from|import)\s/.test(text.slice(start, index))) return index;
  }
  return null;
}
