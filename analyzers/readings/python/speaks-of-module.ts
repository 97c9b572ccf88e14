import { type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { ANY_IMPORT } from './module-aliases.ts';

const GIVES_MODULE = /^(?:\w+\.)*(?:import_module|__import__|reload|getmodule|resolve_name)\(/;
const LOADED = /^(?:\w+\.)*(?:modules|loaded_modules)(?:\[|\.get\()/;

/**
 * Whether an expression may give a module: it is one of its spellings, a computed import, or an entry of `sys.modules` whose key the text does
 * not tell.
 * @param own the file is the module itself
 * @param loaded names that stand for `sys.modules`
 */
export function speaksOfModule(syntax: Syntax, node: Node, { aliases, dotted, own, loaded }: Spoken): boolean {
  if (node === -1) return false;
  const text = textOf(syntax, node);
  if (aliases.has(text)) return true;
  const isEntry =
    LOADED.test(text) || loaded.some((name) => text.startsWith(`${name}[`) || text.startsWith(`${name}.get(`));
  if (text.length > 300 || !(isEntry || GIVES_MODULE.test(text))) return false;
  const literal = /^[^[(]*[[(]\s*[rRuU]?(["'])([\w.]*)\1\s*[\]),]/.exec(text)?.[2];
  if (literal !== undefined)
    return literal === dotted || (literal.startsWith('.') && dotted.endsWith(literal.replace(/^\.+/, '.')));
  return aliases.has(ANY_IMPORT) && (own || !/[[(]\s*__name__\s*[\])]/.test(text));
}

export interface Spoken {
  readonly aliases: ReadonlySet<string>;
  readonly dotted: string;
  readonly own: boolean;
  readonly loaded: readonly string[];
}
