import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** `import_module("shop." + name)`: what it gives cannot be told from the text. */
export const COMPUTED_IMPORT = /\b(?:import_module|__import__)\(\s*(?![rRuU]?["'][\w.]*["']\s*[,)])/;

const IMPORTER = /\b(?:import_module|__import__|resolve_name)\(\s*(?:name\s*=\s*)?(?:[rRuUfF]*["']([\w.]*))?/g;
/** `from importlib import import_module as load`, `load = __import__`. */
const OTHER_IMPORTER =
  /\b(?:import_module|__import__|resolve_name)\s+as\b|[=(,]\s*(?:\w+\.)*(?:import_module|__import__|resolve_name)\s*(?:[,)\n]|$)|["'](?:import_module|__import__)["']/m;

/** A text imports what it names by a computed string or by another name of the importer: that may be the module. */
export const computes = (text: string, dotted: string): boolean =>
  OTHER_IMPORTER.test(text) ||
  (COMPUTED_IMPORT.test(text) &&
    [...text.matchAll(IMPORTER)].some(
      ([, begins = '']) => dotted.startsWith(begins) || begins.startsWith('.') || begins.startsWith(dotted),
    ));

/** Stands among the aliases where a computed import may give the module. */
export const ANY_IMPORT = '\0any import';

export interface Referrer {
  /** The file is the module itself. */
  readonly own: boolean;
  /** Its computed imports may mean the module. */
  readonly computed: boolean;
}

/** `sys.modules["pkg.m"]`, and the attribute of a package that is loaded: `sys.modules["pkg"].m`. */
const loadedEntries = (dotted: string): string[] =>
  [...dotted.matchAll(/\.|$/g)].flatMap(({ index }) =>
    ['"', "'"].map((quote) => `sys.modules[${quote}${dotted.slice(0, index)}${quote}]${dotted.slice(index)}`),
  );

/** Expressions by which a file refers to a module: `m`, `pkg.m`, an alias, a variable that holds what `import_module` gave. */
export function moduleAliases(
  syntax: Syntax,
  dotted: string,
  packageName: string,
  { own, computed }: Referrer = { own: false, computed: false },
): Set<string> {
  const aliases = new Set<string>(loadedEntries(dotted));
  if (own) for (const spelling of ['sys.modules[__name__]', 'sys.modules.get(__name__)']) aliases.add(spelling);
  if (computed) aliases.add(ANY_IMPORT);
  for (const item of readImports(syntax)) {
    if (item.kind === 'import')
      for (const { name, alias } of item.names) {
        if (name === dotted) aliases.add(alias ?? name);
        // `import pkg.other` makes `pkg.m` reachable too, when somebody has imported it.
        else if (alias === null && dotted.startsWith(`${name.split('.')[0]}.`)) aliases.add(dotted);
        else if (alias !== null && dotted.startsWith(`${name}.`)) aliases.add(`${alias}${dotted.slice(name.length)}`);
      }
    else if (item.kind === 'from') {
      const module = absoluteModule(item.level, item.module, packageName);
      for (const { name, alias } of item.names) {
        const whole = module === '' ? name : `${module}.${name}`;
        if (whole === dotted) aliases.add(alias ?? name);
        else if (dotted.startsWith(`${whole}.`)) aliases.add(`${alias ?? name}${dotted.slice(whole.length)}`);
      }
    }
  }
  addVariables(syntax, dotted, computed, aliases);
  return aliases;
}

/** Variables that hold the module, in the order of the text. */
function addVariables(syntax: Syntax, dotted: string, computed: boolean, aliases: Set<string>): void {
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'assignment') continue;
    const left = childByField(syntax, node, 'left');
    const right = childByField(syntax, node, 'right');
    if (left === -1 || right === -1 || syntax.end[right]! - syntax.start[right]! > 200) continue;
    const value = textOf(syntax, right);
    const named = /(import|reload|sys\.modules)/.test(value) && mentions(value, dotted);
    if (aliases.has(value) || named || (computed && COMPUTED_IMPORT.test(value)))
      addSpellings(aliases, textOf(syntax, left));
  }
}

const mentions = (text: string, dotted: string): boolean =>
  text.includes(`"${dotted}"`) || text.includes(`'${dotted}'`);

/** A class attribute that holds the module is read through the object. */
function addSpellings(aliases: Set<string>, name: string): void {
  for (const object of ['', 'self.', 'cls.']) aliases.add(`${object}${name}`);
}
