import { readAttribute } from '../../../src/languages/rust/attributes.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { conditionalAttributes } from '../../../src/languages/rust/inner-attributes.ts';
import { importedName } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { isBuiltIn } from './built-in-names.ts';
import type { MacroDefinitions } from './macro-definitions.ts';
import { tokenCalls } from './token-calls.ts';
import { useLeaves } from './use-leaves.ts';

/** A place where a macro, derive or attribute stands that neither the package nor the library defines. */
export interface ForeignMacro {
  readonly kind: 'call' | 'derive' | 'attribute';
  /** As written, without spaces: `dep::Go`. */
  readonly path: string;
  readonly at: number;
  /** What it is handed: the `attribute_item`, or the call's tokens. */
  readonly argument: Node;
}

/** Those among the nodes from..to, calls first. */
export function foreignMacros(
  syntax: Syntax,
  definitions: MacroDefinitions,
  from: Node = 0,
  to: Node = syntax.size,
): ForeignMacro[] {
  const isForeign = (name: string): boolean =>
    definitions(name).length === 0 && !isBuiltIn(name, 'macro') && !GLUING.test(name);
  const calls = tokenCalls(syntax, from, to)
    .filter(({ name, prefix }) => isForeign(name) && !isOfLibrary(syntax, prefix))
    .map(({ name, prefix, node, tree }): ForeignMacro => {
      return { kind: 'call', path: `${prefix}${name}`, at: syntax.start[node]!, argument: tree };
    });
  const attributes: ForeignMacro[] = [];
  for (let node = from; node < to; node++)
    if (kindOf(syntax, node) === 'attribute_item') attributes.push(...inAttribute(syntax, node, isForeign));
  return [...calls, ...attributes];
}

/** `core::ptr::addr_of!`, or `ptr::addr_of!` where the file imports that module of the library and nothing else by the name. */
function isOfLibrary(syntax: Syntax, prefix: string): boolean {
  if (/^(?:::)?(?:std|core|alloc)::/.test(prefix)) return true;
  const first = /^(\w+)::/.exec(prefix)?.[1];
  if (first === undefined || /^(?:crate|self|super|\$crate)$/.test(first)) return false;
  const homes = useLeaves(syntax).filter((leaf) => importedName(leaf) === first);
  return homes.length > 0 && homes.every(({ segments }) => /^(?:std|core|alloc)$/.test(segments[0] ?? ''));
}

// What they name is read.
const GLUING = /^(?:paste|seq)$/;

function inAttribute(syntax: Syntax, node: Node, isForeign: (name: string) => boolean): ForeignMacro[] {
  const attribute = readAttribute(syntax, node);
  const written = attribute.path === 'cfg_attr' ? conditionalAttributes(syntax, node) : [attribute];
  const place = { argument: node, at: attribute.start };
  return written.flatMap(({ path, argument }): ForeignMacro[] => {
    if (path !== 'derive') {
      const isOthers = !isBuiltinAttribute(path) && !isBuiltIn(path, 'macro');
      return isOthers ? [{ ...place, kind: 'attribute', path }] : [];
    }
    const text = argument === -1 ? '' : textOf(syntax, argument).slice(1, -1);
    return text
      .split(',')
      .map((one) => one.replace(/\s+/g, ''))
      .filter((one) => one !== '' && isForeign(one.split('::').at(-1)!))
      .map((one): ForeignMacro => ({ ...place, kind: 'derive', path: one }));
  });
}
