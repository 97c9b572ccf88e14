import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { oncePerFile } from '../../../src/workspace/once-per-file.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Body, bodiesReached } from './bodies-reached.ts';
import { bodiesOf, bodiesRun, type CalledName, namesRun } from './names-run.ts';

/** The globals of a function or a frame, but for what every module has in them: `f.__globals__`, `frame.f_globals["x"]`. */
const GLOBALS =
  /(?:\.\s*(?:__globals__|f_globals)\b|["'](?:__globals__|f_globals)["'])(?!\s*(?:\[|\.\s*(?:get|setdefault|pop)\s*\()\s*["']__\w+__["'])/;
/** A module that the text does not name, but for what every module has. */
const LOOKUP =
  /(?:\bmodules\s*(?:\[\s*(?!["']|__name__\s*\])[^\][]+\]|\.\s*get\s*\(\s*(?!["']|__name__\b)[^()]+\))|\bgetmodule\s*\([^()]*\))(?!\s*=(?!=)|\s*\.\s*__(?!dict__)\w+__|\s*\.\s*__dict__\s*(?:\[|\.\s*(?:get|setdefault)\s*\()\s*["']__\w+__["'])/g;
/** Of the library: what finds a thing by its name in the module that the thing says it is of, or binds names there. */
const OF_LIBRARY = /(?:^|\.)(?:_convert_?|(?:pickle|cPickle|cloudpickle|dill)\.(?:dumps|dump))$/;
/** PLY takes rules and tokens from the globals of who calls it. */
const CALLERS_GLOBALS = /(?:^|\.)(?:lex\.lex|yacc\.yacc)$/;

/**
 * Why parts would not do for code that looks into the namespace of the module by itself: the globals of its functions and frames, of which a part
 * has fewer, or, while the module is loaded, its own entry in `sys.modules`, which is not complete then. As words with `path:line`; null where
 * nothing is seen to.
 */
export const namespaceAsker = oncePerFile(
  (view: View, path: string): string | null => globalsAsker(view, path) ?? loadingAsker(view, path),
);

/** The file, or a function that it calls, asks functions or frames for their globals. */
function globalsAsker(view: View, path: string): string | null {
  const names = allNames(view, path);
  const own = names.find(({ name }) => CALLERS_GLOBALS.test(name));
  const starts = lineStartsOf(view.text(path));
  if (own !== undefined)
    return `${path}:${lineAt(starts, own.at)} calls ${own.name}, which takes what it finds in the globals around`;
  const inside = ownGlobals(view.syntax(path), withoutTexts(view.text(path)));
  if (inside !== undefined) return `${path}:${lineAt(starts, inside)} looks into the globals of its own functions`;
  const isAsked = view.files.some(
    (file) =>
      file.path !== path &&
      file.state === 'text' &&
      file.grammar === 'python' &&
      mayLookIntoGlobals(view.text(file.path)),
  );
  const at = isAsked ? placeIn(view, bodiesReached(view, path, names), looksIntoGlobals) : null;
  return at === null ? null : `${at} looks into the globals of functions or frames`;
}

function loadingAsker(view: View, path: string): string | null {
  const syntax = view.syntax(path);
  const eager = eagerNames(view, path);
  const own = eager.find(({ name }) => OF_LIBRARY.test(name));
  if (own !== undefined)
    return `${path}:${lineAt(lineStartsOf(syntax.text), own.at)} calls ${own.name}, which looks into the module by its name`;
  const at = placeIn(view, bodiesReached(view, path, eager), looksUpModules);
  return at === null ? null : `${at} looks into modules by their names, and is called while ${path} is loaded`;
}

/** What is called while a file is loaded, also by its own functions that are. */
function eagerNames(view: View, path: string): CalledName[] {
  const syntax = view.syntax(path);
  const found = namesRun(syntax, 0);
  const entered = new Set<Node>();
  for (const one of found)
    for (const body of bodiesRun(syntax, one)) {
      if (entered.has(body)) continue;
      entered.add(body);
      found.push(...namesRun(syntax, body));
    }
  return found;
}

/** What is called anywhere in a file. */
export function allNames(view: View, path: string): CalledName[] {
  const syntax = view.syntax(path);
  const bodies = [...bodiesOf(syntax).values()].flat();
  return [0, ...bodies].flatMap((root) => namesRun(syntax, root));
}

/** Where in a text something is asked for, as an offset; undefined where it is not. */
type Look = (text: string) => number | undefined;

/** The globals of a function that the file itself defines, or of the frame that runs; those of what it is given are other files'. */
function ownGlobals(syntax: Syntax, text: string): number | undefined {
  if (!mayLookIntoGlobals(text)) return undefined;
  const own = bodiesOf(syntax);
  return [...text.matchAll(new RegExp(`(\\w+)\\s*(?:\\(\\s*0?\\s*\\))?\\s*${GLOBALS.source}`, 'g'))].find(
    ([, name]) =>
      name === '_getframe' ||
      name === 'currentframe' ||
      // A local variable of that name is something else.
      (own.has(name!) && !new RegExp(`(?<![.\\w])${name}\\s*=(?!=)`).test(text)),
  )?.index;
}

/** Most texts do not have the word. */
const mayLookIntoGlobals = (text: string): boolean => text.includes('globals') && GLOBALS.test(text);

const looksIntoGlobals: Look = (text) => GLOBALS.exec(text)?.index;

/** Sets a name of the module, or takes it away: nothing is found there by it. What writes to the module is read apart. */
const WRITES = /\b(?:setattr|delattr)\s*\(\s*(?:\w+\s*\.\s*)*$/;

/** A module that is kept by a name is looked up for what every module has, where nothing else is asked of that name. */
const looksUpModules: Look = (text) =>
  [...text.matchAll(LOOKUP)].find(({ index }) => {
    if (WRITES.test(text.slice(0, index))) return false;
    const kept = /(?:^|\n)[ \t]*(\w+)\s*=\s*(?:\w+\s*\.\s*)*$/.exec(text.slice(0, index))?.[1];
    if (kept === undefined) return true;
    const uses = [...text.slice(index).matchAll(new RegExp(`(?<![\\w.])${kept}(?!\\w)([^\\n]{0,60})`, 'g'))];
    return !uses.every(([, rest]) => OF_EVERY_MODULE.test(rest!));
  })?.index;

const OF_EVERY_MODULE =
  /^\s*(?:\.\s*__(?!dict__)\w+__|\.\s*__dict__\s*(?:\[|\.\s*(?:get|setdefault)\s*\()\s*["']__\w+__["']|,\s*["']__\w+__["']|is\b|[:)])/;

/** Where a body is seen to look, as `path:line`. */
export function placeIn(view: View, bodies: readonly Body[], look: Look): string | null {
  for (const { path, node } of bodies) {
    const syntax = view.syntax(path);
    const at = look(withoutTexts(textOf(syntax, node)));
    if (at !== undefined) return `${path}:${lineAt(lineStartsOf(syntax.text), syntax.start[node]! + at)}`;
  }
  return null;
}

/** Without comments and texts of several lines, at the same offsets. */
const withoutTexts = (text: string): string =>
  text.replace(/"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|#[^\n]*/g, (found) => ' '.repeat(found.length));
