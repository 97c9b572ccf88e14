import { by } from '../../../src/core/compare.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { parse } from '../../../src/languages/parse.ts';
import type { ModuleName } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { carriedAt, carriesModule } from './carried-modules.ts';
import { computedTargets, dataTargets, mayCompute } from './computed-targets.ts';
import { enumMembers } from './enum-members.ts';
import { setFreely } from './free-setters.ts';
import { mentionsModule } from './mentions-module.ts';
import { COMPUTED_IMPORT, computes, moduleAliases } from './module-aliases.ts';
import { type KeysOf, namespaceWrites } from './namespace-writes.ts';
import { outsideWrites } from './outside-writes.ts';
import { passedNames } from './passed-modules.ts';
import { namedPatches, patchHelpers } from './patch-strings.ts';
import { lineIn, mayHoldPython, pythonInStrings, pythonInText } from './python-in-texts.ts';
import { type ModuleReferences, refersToModule } from './refers-to-module.ts';
import { nameOf, type Source } from './source.ts';
import { goesAround, ownNames, strayWrites } from './stray-writes.ts';
import type { Snippet } from './texts/snippet.ts';

/** A place of the workspace that writes to a name of the module from outside. */
export interface PatchSite {
  /** The name, or null when the place does not tell: any name may be meant. */
  readonly name: string | null;
  readonly path: string;
  readonly line: number;
  /** It goes around attribute access (`vars(m)[k] = …`): no facade can see it. */
  readonly hidden: boolean;
  /** The name is only how the names begin that may be meant. */
  readonly isPrefix: boolean;
}

/**
 * Every patch, assignment and deletion of `module.name` in any Python file of the workspace, in path order: the module's own among them,
 * which reaches itself by its own import, by `sys.modules[__name__]`, or by a name that is put together.
 */
export function harvestPatches(view: View, source: Source): PatchSite[] {
  const { dotted } = source.name;
  const sites: PatchSite[] = dataTargets(view, dotted, ownNames(source.outline)).map((one) => ({
    ...one,
    hidden: false,
    isPrefix: false,
  }));
  const files = view.files
    .filter(({ path, state }) => state === 'text' && path.endsWith('.py'))
    .map(({ path }) => path);
  let isCarried = false;
  const passed = passedNames(view, dotted);
  for (const path of files) {
    const { found, carries } = sitesOf(view, fileRead(view, path, source), { ...source, passed });
    sites.push(...toldOnce(found, path, linesOf(view.text(path))));
    isCarried ||= carries;
  }
  sites.push(...sitesInTexts(view, { ...source, passed }, isCarried));
  const others = files.filter((path) => path !== source.path);
  if (isCarried) sites.push(...takenElsewhere(view, others, source, sites));
  return sites.sort(by(({ path }) => path));
}

interface Passed extends Source {
  /** Full names by which other modules pass it on. */
  readonly passed: ReadonlySet<string>;
}

/** A text that is read as Python: a file, or what another text holds of it. */
interface Read {
  readonly path: string;
  readonly text: string;
  readonly syntax: () => Syntax;
  /** What it would be called as a module: its relative imports go from there. */
  readonly name: ModuleName;
  /** It is the module itself. */
  readonly isOwn: boolean;
}

const fileRead = (view: View, path: string, source: Source): Read => ({
  path,
  text: view.text(path),
  syntax: () => view.syntax(path),
  name: nameOf(view, path),
  isOwn: path === source.path,
});

/** What one file writes to, and whether it hands the module on. */
function sitesOf(view: View, read: Read, source: Passed): { readonly found: Found[]; readonly carries: boolean } {
  const { dotted } = source.name;
  const { path, isOwn } = read;
  const words = [dotted, ...source.passed].map((name) => name.slice(name.lastIndexOf('.') + 1));
  if (!isOwn && !isComputing(read, dotted) && !words.some((word) => read.text.includes(word)))
    return { found: computedSites(read, dotted), carries: false };
  const syntax = read.syntax();
  const strings = namedPatches(syntax, dotted, patchHelpers(view));
  const references = referencesIn(read, source);
  const sure = isOwn ? references : referencesIn(read, source, false);
  const carries = !isOwn && (carriesModule(syntax, sure) || handsName(syntax.text, dotted));
  const found = [
    ...computedSites(read, dotted),
    ...strings.map(({ node, name, hidden }) => site(syntax, node, hidden ? null : name, hidden)),
    ...sitesIn(syntax, references),
    ...(references.own
      ? [
          ...ownNamespace(syntax, references, (expression) => enumMembers(view, path, expression)),
          ...ownHandedOn(syntax, references),
        ]
      : handedOn(syntax, { references, sure, carries }, source)),
  ];
  const free = carries
    ? setFreely(view, syntax, sure).filter((call) => !found.some((one) => isIn(syntax, call, one)))
    : [];
  return { found: [...found, ...free.map((call) => site(syntax, call, null))], carries };
}

/** A call says by itself what it writes. */
const isIn = (syntax: Syntax, call: Node, { name, at }: Found): boolean =>
  name !== null && syntax.start[call]! <= at && at < syntax.end[call]!;

/** `put("pkg.core", LIMIT=5)`: something that may load the module by its name is told what to do with it. */
const handsName = (text: string, dotted: string): boolean =>
  text.includes(dotted) && new RegExp(`\\w\\(\\s*(?:\\w+\\s*=\\s*)?(["'])${escaped(dotted)}\\1\\s*,`).test(text);

function computedSites({ text, syntax: read }: Read, dotted: string): Found[] {
  if (!mayCompute(text, dotted)) return [];
  const syntax = read();
  return computedTargets(syntax, dotted).map((node) => site(syntax, node, null));
}

/**
 * Python in documents, notebooks, commands and strings, read as a file beside the one that holds it would be.
 * @param isCarried the module object is handed on by some file, under whatever name
 */
function sitesInTexts(view: View, source: Passed, isCarried: boolean): PatchSite[] {
  const { dotted } = source.name;
  const names = ownNames(source.outline);
  const isTold = ({ name, isPrefix }: Found): boolean => name === null || isPrefix || names.has(name);
  return textsWithPython(view).flatMap((path) => {
    const isNamed = mentionsModule(view.text(path), dotted);
    // Whatever a fixture gives to documents goes by a name of its own there.
    const isGiven = isCarried && !path.endsWith('.py');
    if (!isNamed && !(isGiven && view.text(path).includes('>>>'))) return [];
    return snippetsOf(view, path, dotted).flatMap((snippet) => {
      const read = snippetRead(view, path, snippet.text);
      const found = isNamed ? sitesOf(view, read, source).found : [];
      const taken = isGiven ? strayIn(read.syntax(), names, dotted) : [];
      return toldOnce([...found, ...taken].filter(isTold), path, (at) => lineIn(snippet, at));
    });
  });
}

const textsWithPython = (view: View): string[] =>
  view.files
    .filter(({ path, state }) => state === 'text' && (path.endsWith('.py') || mayHoldPython(path)))
    .map(({ path }) => path);

const snippetsOf = (view: View, path: string, dotted: string): Snippet[] =>
  path.endsWith('.py')
    ? pythonInStrings(view.syntax(path), (text) => mentionsModule(text, dotted))
    : pythonInText(path, view.text(path));

function snippetRead(view: View, path: string, text: string): Read {
  let syntax: Syntax | null = null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return {
    path,
    text,
    syntax: () => {
      syntax ??= parse(text, 'python');
      return syntax;
    },
    name: nameOf(view, `${folder}snippet.py`),
    isOwn: false,
  };
}

const strayIn = (syntax: Syntax, names: ReadonlySet<string>, dotted: string): Found[] =>
  strayWrites(syntax, names, dotted)
    .filter(({ node }) => !isOfItself(syntax, node))
    .map(({ node, name, hidden }) => site(syntax, node, name, hidden));

/** Where the module object is handed on, any file may have it under a name of its own: what is written there by a name of the module. */
function takenElsewhere(
  view: View,
  paths: readonly string[],
  { name: { dotted }, outline }: Source,
  sites: readonly PatchSite[],
): PatchSite[] {
  const names = ownNames(outline);
  if (names.size === 0) return [];
  const known = new Set(sites.map(({ path, line }) => `${path}:${line}`));
  const named = new RegExp(`\\b(?:${[...names].join('|')})\\b`);
  return paths
    .filter((path) => named.test(view.text(path)))
    .flatMap((path) => {
      const syntax = view.syntax(path);
      return toldOnce(strayIn(syntax, names, dotted), path, linesOf(syntax.text));
    })
    .filter(({ path, line }) => !known.has(`${path}:${line}`));
}

/** An attribute of the object that a method works for. */
const isOfItself = (syntax: Syntax, node: Node): boolean =>
  /^(?:self|cls)$/.test(textOf(syntax, childByField(syntax, node, 'object')));

function linesOf(text: string): (at: number) => number {
  const starts = lineStartsOf(text);
  return (at) => lineAt(starts, at);
}

/** The same write may be told by its target and by its name: the first reading knows more of it. */
function toldOnce(found: readonly Found[], path: string, lineOf: (at: number) => number): PatchSite[] {
  const names = new Set<string>();
  return found.flatMap(({ at, ...one }) => {
    const line = lineOf(at);
    const key = `${line} ${one.name}`;
    const isKnown = names.has(key);
    names.add(key);
    return isKnown ? [] : [{ ...one, path, line }];
  });
}

function referencesIn(read: Read, { name: { dotted }, passed }: Passed, computing = true): ModuleReferences {
  const { isOwn } = read;
  const computed = computing && (isOwn || isComputing(read, dotted));
  const syntax = read.syntax();
  const home = read.name.package;
  const aliases = moduleAliases(syntax, dotted, home, { own: isOwn, computed });
  for (const name of passed) for (const alias of moduleAliases(syntax, name, home)) aliases.add(alias);
  const loaded = readImports(syntax)
    .filter(({ kind, module }) => kind === 'from' && module === 'sys')
    .flatMap(({ names }) => names.filter(({ name }) => name === 'modules').map(({ name, alias }) => alias ?? name));
  return { aliases, dotted, own: isOwn, loaded };
}

/** A module's writes into its own dictionary, by whatever way it gets at that. */
const ownNamespace = (syntax: Syntax, references: ModuleReferences, keysOf: KeysOf): Found[] =>
  namespaceWrites(syntax, (node) => refersToModule(syntax, node, references), true, keysOf).map(
    ({ node, name, isPrefix }) => ({
      ...site(syntax, node, name, true),
      isPrefix,
    }),
  );

/** `configure(sys.modules[__name__], settings)`: whoever gets the module may set any of its names. */
function ownHandedOn(syntax: Syntax, references: ModuleReferences): Found[] {
  const node = /\b(?:modules|getmodule|import_module|__import__)\b/.test(syntax.text)
    ? carriedAt(syntax, references)
    : null;
  return node === null ? [] : [site(syntax, node, null)];
}

/** A file that has the module in hand may write to it by another name than the ones that the text tells. */
function handedOn(
  syntax: Syntax,
  {
    references,
    sure,
    carries,
  }: { readonly references: ModuleReferences; readonly sure: ModuleReferences; readonly carries: boolean },
  { outline }: Source,
): Found[] {
  const { aliases, dotted } = references;
  const isSpoken = [...aliases].some((alias) => !alias.startsWith('sys.modules'));
  const mentions =
    isSpoken || syntax.text.includes(dotted) || HANDS_MODULE.test(syntax.text) || computes(syntax.text, dotted);
  if (!mentions) return [];
  const names = ownNames(outline);
  return [
    ...outsideWrites(syntax, { references, sure }, names).map(({ node, name, isPrefix }) => ({
      ...site(syntax, node, name, true),
      isPrefix,
    })),
    ...strayWrites(syntax, names, dotted, carries).map(({ node, name, hidden }) => site(syntax, node, name, hidden)),
  ];
}

/** `inspect.getmodule(f)`, `f.__globals__`, `sys.modules`. */
const HANDS_MODULE = /\b(?:getmodule|__globals__|f_globals|modules)\b/;

const COMPUTED_ENTRY = /\bmodules\s*(?:\[|\.get\()\s*(?![rRuU]?["']|__name__)/;

/** A file of the same package that asks for modules by names which are put together: it may mean any module of the package. */
function isComputing({ text, name }: Read, dotted: string): boolean {
  const top = dotted.split('.')[0]!;
  return name.dotted.split('.')[0] === top && (COMPUTED_IMPORT.test(text) || COMPUTED_ENTRY.test(text));
}

interface Found {
  readonly name: string | null;
  readonly at: number;
  readonly hidden: boolean;
  readonly isPrefix: boolean;
}

function sitesIn(syntax: Syntax, modules: ModuleReferences): Found[] {
  const found: Found[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'call') found.push(...callSites(syntax, node, modules));
    for (const target of writtenBy(syntax, node, kind).flatMap((one) => targetsOf(syntax, one)))
      found.push(...targetSites(syntax, target, modules));
  }
  return found;
}

/** What a statement assigns to or deletes. */
function writtenBy(syntax: Syntax, node: Node, kind: string): readonly Node[] {
  if (kind === 'assignment' || kind === 'augmented_assignment') return [childByField(syntax, node, 'left')];
  return kind === 'delete_statement' ? childrenOf(syntax, node) : [];
}

const site = (syntax: Syntax, node: Node, name: string | null, hidden = false): Found => ({
  name,
  at: syntax.start[node]!,
  hidden,
  isPrefix: false,
});

/** `m.x`, `(m.x, y)`: the single targets. */
function targetsOf(syntax: Syntax, node: Node): Node[] {
  if (node === -1) return [];
  const found: Node[] = [];
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    const kind = kindOf(syntax, inner);
    if (kind === 'attribute' || kind === 'subscript') {
      found.push(inner);
      inner = syntax.after[inner]! - 1;
    }
  }
  return found;
}

function targetSites(syntax: Syntax, target: Node, modules: ModuleReferences): Found[] {
  if (kindOf(syntax, target) === 'attribute')
    return refersToModule(syntax, childByField(syntax, target, 'object'), modules)
      ? [site(syntax, target, textOf(syntax, childByField(syntax, target, 'attribute')))]
      : [];
  // Its dictionary is looked for apart.
  return [];
}

const WRITES =
  /(^|\.)(patch|setattr|delattr|object|multiple|setitem|delitem|dict|spy|stub|replace|swap_attr|swap_item|__setattr__|__delattr__)$/;

/** `patch.object(m, "x")`, `monkeypatch.setattr(m, "x", …)`, `setattr(m, "x", …)`, `patch.multiple(m, x=…)`, `patch.dict(m.__dict__, x=…)`. */
function callSites(syntax: Syntax, call: Node, modules: ModuleReferences): Found[] {
  const callee = childByField(syntax, call, 'function');
  const list = childByField(syntax, call, 'arguments');
  if (callee === -1 || list === -1 || !WRITES.test(textOf(syntax, callee))) return [];
  const given = childrenOf(syntax, list).filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)));
  const [first, second] = given;
  if (first === undefined) return [];
  const keywords = given.filter((child) => kindOf(syntax, child) === 'keyword_argument');
  if (!refersToModule(syntax, first, modules) && stringValue(syntax, first) !== modules.dotted) return [];
  const named = keywords.map((child) => textOf(syntax, childByField(syntax, child, 'name')));
  const name = second === undefined ? null : stringValue(syntax, second);
  const hidden = goesAround(syntax, call, modules.aliases);
  if (name !== null || hidden) return [site(syntax, second ?? first, name, hidden)];
  if (/multiple$/.test(textOf(syntax, callee)) && named.length > 0) return named.map((one) => site(syntax, first, one));
  return second === undefined ? [] : [site(syntax, first, null)];
}

function stringValue(syntax: Syntax, node: Node): string | null {
  if (kindOf(syntax, node) !== 'string') return null;
  return /^[rRuUfFbB]*(['"])([^'"\\\n]*)\1$/.exec(textOf(syntax, node))?.[2] ?? null;
}
