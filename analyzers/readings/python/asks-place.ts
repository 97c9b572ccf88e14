import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { moduleAliases } from './module-aliases.ts';
import { nameOf } from './source.ts';

/** What another file asks of a module, and has another answer where the module is a package. */
const OWN = '__(?:file|package|spec|path|loader|cached)__';
/** Functions that take a module, its name or what is defined in it, and give where it lies or whether it is a package. */
const PLACE_CALL =
  /\b(?:getfile|getsourcefile|getabsfile|getmoduleinfo|get_data|get_filename|is_package|files|find_spec|find_loader|resource_filename|resource_(?:string|stream))\s*\(/;
const ASKS = new RegExp(`${OWN}|${PLACE_CALL.source}|\\bco_filename\\b|\\b(?:iter_modules|walk_packages)\\b`);
/** Functions that take a module or its name, and give its text or what they find in it. */
const TEXT_CALL =
  /\b(?:getsource|getsourcelines|findsource|getcomments|getmodulesource|get_source|readmodule|readmodule_ex|DocTestFinder\(\)\.find)\s*\(/;

export interface Asked {
  readonly path: string;
  readonly line: number;
}

/**
 * The place of another file that asks where a module lies, or whether it is a package: `core.__file__`, `inspect.getfile(core)`,
 * `pkgutil.get_data('pkg.core', …)`, `iter_modules(pkg.__path__)`. Null where none is seen to.
 */
export function asksPlaceOf(view: View, path: string): Asked | null {
  const { dotted, package: parent } = nameOf(view, path);
  const stem = dotted.slice(dotted.lastIndexOf('.') + 1);
  const last = parent.slice(parent.lastIndexOf('.') + 1);
  for (const file of view.files) {
    if (file.path === path || file.state !== 'text' || file.grammar !== 'python') continue;
    const text = view.text(file.path);
    if (!(text.includes(stem) || (last !== '' && text.includes(last))) || !ASKS.test(text)) continue;
    const offset = askedAt(view.syntax(file.path), dotted, parent, nameOf(view, file.path).package);
    if (offset !== null) return { path: file.path, line: lineAt(lineStartsOf(text), offset) };
  }
  return null;
}

/** The place of another file that asks for the text of a module: `inspect.getsource(core)`, `pyclbr.readmodule("pkg.core")`. Null where none is seen to. */
export function asksTextOf(view: View, path: string): Asked | null {
  const { dotted } = nameOf(view, path);
  for (const file of view.files) {
    if (file.path === path || file.state !== 'text' || file.grammar !== 'python') continue;
    const text = view.text(file.path);
    if (!TEXT_CALL.test(text)) continue;
    const aliases = [...moduleAliases(view.syntax(file.path), dotted, nameOf(view, file.path).package)].map(escaped);
    const meant = new RegExp(`^\\s*(?:["']${escaped(dotted)}["']|(?:${aliases.join('|')})\\s*[,)])`);
    for (const { 0: call, index } of text.matchAll(new RegExp(TEXT_CALL, 'g')))
      if (meant.test(text.slice(index + call.length)))
        return { path: file.path, line: lineAt(lineStartsOf(text), index) };
  }
  return null;
}

function askedAt(syntax: Syntax, dotted: string, parent: string, packageName: string): number | null {
  const { text } = syntax;
  const aliases = [...moduleAliases(syntax, dotted, packageName)].map(escaped);
  const ofModule = aliases.length === 0 ? null : new RegExp(`(?<![\\w.])(?:${aliases.join('|')})\\.${OWN}`);
  const own = ofModule?.exec(text)?.index;
  if (own !== undefined) return own;
  const names = namesFrom(syntax, dotted, packageName).map(escaped);
  const meant = new RegExp(`["']${escaped(dotted)}["']|(?<![\\w.])(?:${[...aliases, ...names].join('|')})(?!\\w)`);
  for (const { 0: call, index } of text.matchAll(new RegExp(PLACE_CALL, 'g')))
    if (meant.test(text.slice(index + call.length, endOfCall(text, index + call.length)))) return index;
  const code = /\bco_filename\b/.exec(text)?.index;
  if (code !== undefined && meant.test(text)) return code;
  return parent === '' ? null : listedAt(syntax, parent, packageName);
}

/** It lists the modules of the package around, and looks whether they are packages, or goes down into them. */
function listedAt(syntax: Syntax, parent: string, packageName: string): number | null {
  const { text } = syntax;
  const isAsked = /\bwalk_packages\b/.test(text) || /\bis_?pkg\b/.test(text);
  const found = /\b(?:iter_modules|walk_packages)\s*\(/.exec(text);
  if (found === null || !isAsked) return null;
  const aliases = [...moduleAliases(syntax, parent, packageName)].map(escaped);
  const about = new RegExp(`(?<![\\w.])(?:${[...aliases, `["']${escaped(parent)}["']`].join('|')})`);
  return about.test(text) ? found.index : null;
}

/** Local names of what a file imports from a module. */
const namesFrom = (syntax: Syntax, dotted: string, packageName: string): string[] =>
  readImports(syntax)
    .filter(({ kind, level, module }) => kind === 'from' && absoluteModule(level, module, packageName) === dotted)
    .flatMap(({ names }) => names.map(({ name, alias }) => alias ?? name));

/** Where the arguments end, as far as brackets tell. */
function endOfCall(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (/[([{]/.test(text[at]!)) depth += 1;
    if (/[)\]}]/.test(text[at]!)) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
