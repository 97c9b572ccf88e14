import { basename, dirname } from 'node:path/posix';
import { isScript } from '../../../src/languages/javascript/is-script.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleOf } from './module-paths.ts';

/** Written as an ES module, so that a re-export of it may be compiled to a getter, which nobody can set. */
const IS_MODULE = /^\s*export\b/m;

/** `import * as m from './m'`, `import m = require('./m')`, `const m = require('./m')`, `m = await import('./m')`. */
const WHOLE =
  /(?:\bimport\s+(?:\*\s*as\s+)?([\w$]+)\s*(?:=\s*require\s*\(|from)|(?<![.\w$])([\w$]+)(?:\s*:[^=;]+)?\s*=\s*(?:await\s+)?(?:import|require|(?:jest|vi)\.(?:require|import)(?:Actual|Mock))\s*(?:<[^>]*>)?\s*\()\s*(['"`])([^'"`\n]+)\3/g;

/**
 * A file that replaces what one of these modules exports: `jest.spyOn(m, 'f')`, `sinon.stub(m, 'f')`, `mock.method(m, 'f')`, `m.f = …`. That works
 * on what a compiler makes of `export function f`; of a re-export it makes a getter, which few of them can replace, and with some compilers none.
 * vitest's own `vi.spyOn` can do both.
 */
export function replacingFile(view: View, paths: readonly string[]): string | null {
  const targets = paths.filter((path) => IS_MODULE.test(view.text(path)));
  if (targets.length === 0) return null;
  const found = view.files.find(
    ({ path, state, grammar }) =>
      state === 'text' &&
      isScript(grammar) &&
      !/(^|\/)node_modules\//.test(path) &&
      targets.some((target) => target !== path && replaces(view, path, target)),
  );
  return found?.path ?? null;
}

/**
 * A file that replaces one of some names of a module by vitest's `vi.spyOn(m, 'f')`, or a name that is not written there, or the module beside
 * what is really there. What asks for the name through the module gets the other one; what stands in the module itself does not.
 */
export function spyingFile(view: View, path: string, names: readonly string[]): string | null {
  const asked = new RegExp(`^\\s*(?:as\\b[^,]*)?,\\s*(?:['"\`](?:${names.map(escaped).join('|')})['"\`]|[^'"\`\\s])`);
  const scripts = view.files.filter(
    ({ path: from, state, grammar }) =>
      state === 'text' && isScript(grammar) && !/(^|\/)node_modules\//.test(from) && from !== path,
  );
  const given = scripts.flatMap((file) => namespacesGiven(view, file.path, path));
  const found = scripts.find((file) => {
    const text = view.text(file.path);
    if (mocksBeside(view, file.path, path)) return true;
    if (!/\bspyOn\b|\bspy\s*:\s*true\b/.test(text)) return false;
    if (mocksAsSpy(view, file.path, path)) return true;
    // The function under another name: any call may be one of it.
    const call = /\bspyOn\b(?!\s*\()/.test(text) ? '' : '\\bspyOn\\s*';
    return [...withAliases(text, wholeNames(view, file.path, path)), ...given].some((name) =>
      [...text.matchAll(new RegExp(`${call}\\(\\s*${name}\\b`, 'g'))].some(({ 0: start, index }) =>
        asked.test(text.slice(index + start.length, index + start.length + 200)),
      ),
    );
  });
  return found?.path ?? null;
}

/** `const target = core`: the names that stand for names of a module. */
function withAliases(text: string, names: readonly string[]): string[] {
  const all = [...names];
  for (const name of all)
    for (const [, alias] of text.matchAll(new RegExp(`(?<![.\\w$])([\\w$]+)\\s*=\\s*${name}\\s*(?=[;\\n,)]|$)`, 'g')))
      if (!all.includes(escaped(alias!))) all.push(escaped(alias!));
  return all;
}

/** `export * as core from './core'`: the name that others may ask for. */
const namespacesGiven = (view: View, from: string, target: string): string[] =>
  [...view.text(from).matchAll(/\bexport\s+\*\s+as\s+([\w$]+)\s+from\s*['"]([^'"\n]+)['"]/g)]
    .filter(([, , name]) => leadsTo(name!, stemOf(target)) || moduleOf(view, from, name!) === target)
    .map(([, name]) => escaped(name!));

/** What a runner replaces as a whole, while the same file takes what is really there: a part of it asks for the replaced one. */
const mocksBeside = (view: View, from: string, target: string): boolean => {
  const text = view.text(from);
  if (!/\b(?:importActual|requireActual|importOriginal)\b/.test(text)) return false;
  return [
    ...text.matchAll(
      /\b(?:mock|doMock|setMock|unstable_mockModule)\s*(?:<[^>]*>)?\(\s*(?:import\s*\(\s*)?['"`]([^'"`\n]+)['"`]/g,
    ),
  ].some(([, name]) => leadsTo(name!, stemOf(target)) || moduleOf(view, from, name!) === target);
};

/** `vi.mock('./core', { spy: true })`: each of its exports may be replaced. */
const mocksAsSpy = (view: View, from: string, target: string): boolean =>
  [
    ...view
      .text(from)
      .matchAll(/\bmock\s*\(\s*(?:import\s*\(\s*)?['"`]([^'"`\n]+)['"`]\s*\)?\s*,\s*\{[^}]*\bspy\s*:\s*true/g),
  ].some(([, name]) => leadsTo(name!, stemOf(target)) || moduleOf(view, from, name!) === target);

const escaped = (name: string): string => name.replace(/\$/g, '\\$');

/** The names that a file gives to a module as a whole. */
const wholeNames = (view: View, path: string, target: string): string[] =>
  [...view.text(path).matchAll(WHOLE)]
    .filter(([, , , , from]) => leadsTo(from!, stemOf(target)) || moduleOf(view, path, from!) === target)
    .map(([, first, second]) => escaped((first ?? second)!));

function replaces(view: View, path: string, target: string): boolean {
  const text = view.text(path);
  return wholeNames(view, path, target).some(
    (name) =>
      new RegExp(`(?<!\\bvi\\.)${by(name)}`).test(text) || (set(name).test(text) && assigns(view.syntax(path), name)),
  );
}

/** What looks like an assignment to the module, or a deletion from it. In a list of type parameters it is a default: `<T = m.T>`. */
const set = (name: string): RegExp =>
  new RegExp(
    `(?<![.\\w$])(?:${name}|\\(\\s*${name}\\s+as\\b[^\\n]*\\))${MEMBER}\\s*${OPERATOR}=(?![=>])|\\bdelete\\s+${name}\\s*[.[]`,
  );

const MEMBER = '(?:\\.[\\w$]+|\\[[^\\]\\n]*\\])';
const OPERATOR = '(?:\\?\\?|\\|\\||&&|\\*\\*|<<|>>>?|[-+*/%&|^])?';

const SETS = /^(assignment_expression|augmented_assignment_expression|unary_expression)$/;

/** Of a text that is not read as a whole, the look is all there is. */
function assigns(syntax: Syntax, name: string): boolean {
  const start = new RegExp(`^(delete\\s+)?[(\\s]*${name}(\\s+as\\b|\\s*[.[])`);
  if (syntax.errors.length > 0) return true;
  for (let node = 0; node < syntax.kind.length; node++)
    if (SETS.test(kindOf(syntax, node)) && start.test(textOf(syntax, node))) return true;
  return false;
}

/** A call that replaces, with the module for its first argument. */
const by = (name: string): string =>
  `\\b(?:spyOn|stub|method|getter|setter|replace|replaceGetter|replaceSetter|replaceProperty|defineProperty|defineProperties|fake)\\s*\\(\\s*(?:${name}\\s*[,)]|${name}\\s+as\\b)`;

const stemOf = (path: string): string => {
  const stem = basename(path).replace(/\.[mc]?[jt]sx?$/, '');
  return stem === 'index' ? basename(dirname(path)) : stem;
};

const leadsTo = (from: string, stem: string): boolean =>
  basename(from.replace(/\.[mc]?[jt]sx?$/, '').replace(/\/index$/, '')) === stem;
