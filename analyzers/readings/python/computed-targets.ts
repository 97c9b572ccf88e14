import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

const PATCHES = /(^|\.)(?:patch|setattr|delattr)$/;
const COMPUTED = /^(?:binary_operator|concatenated_string|string|call)$/;

/** Whether a text may have such targets: most have none, and need not be parsed. */
export const mayCompute = (text: string, dotted: string): boolean =>
  /\b(?:patch|setattr|delattr)\s*\(/.test(text) && text.includes(dotted.split('.')[0]!);

/** The targets of patches that are put together from the beginning of the module's name and something that the text does not tell. */
export function computedTargets(syntax: Syntax, dotted: string): Node[] {
  const found: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const callee = childByField(syntax, node, 'function');
    if (callee === -1 || !PATCHES.test(textOf(syntax, callee))) continue;
    const first = childrenOf(syntax, childByField(syntax, node, 'arguments')).find(
      (child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)),
    );
    if (first !== undefined && COMPUTED.test(kindOf(syntax, first)) && mayMean(textOf(syntax, first), dotted))
      found.push(first);
  }
  return found;
}

/** `"pkg." + "core." + name`, `f"pkg.{module}.x"`, `"pkg.%s" % x`, `"pkg.{}".format(x)`: by the text that they begin with. */
function mayMean(text: string, dotted: string): boolean {
  const parts = /^[rRuUfF]{0,2}(["'])([\w.]*)/.exec(text);
  if (parts === null) return false;
  const joined = text.replace(/(["'])\s*\+?\s*[rRuU]?\1/g, '');
  const [, , begins = ''] = /^[rRuUfF]{0,2}(["'])([\w.]*)/.exec(joined) ?? [];
  const isWhole = new RegExp(`^[rRuU]?(["'])${begins.replaceAll('.', '\\.')}\\1$`).test(joined);
  return begins !== '' && !isWhole && (`${dotted}.`.startsWith(begins) || begins === `${dotted}.`);
}

/** A name of the module that a file of data says. */
export interface DataTarget {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

const DATA = /\.(?:json|ya?ml|toml|ini|cfg|txt|csv)$/;
/** A patch whose target is a value. */
const BY_VALUE = /\b(?:patch|setattr)\s*\(\s*(?:[a-z_]\w*\s*[,)]|\*|(?:\w+\.)*(?:import_module|__import__)\s*\()/;

/** Targets that stand in files of data, where some file patches what a value says: `["pkg.core.name"]`. */
export function dataTargets(view: View, dotted: string, names: ReadonlySet<string>): DataTarget[] {
  const pattern = new RegExp(`(?<![\\w.])${dotted.replaceAll('.', '\\.')}[.:](\\w+)`, 'g');
  const found = view.files
    .filter(({ path, state }) => state === 'text' && DATA.test(path) && view.text(path).includes(dotted))
    .flatMap(({ path }) => {
      const text = view.text(path);
      return [...text.matchAll(pattern)]
        .filter(([, name]) => names.has(name!))
        .map(({ 1: name, index }): DataTarget => {
          const line = lineAt(lineStartsOf(text), index);
          return { name: name!, path, line };
        });
    });
  const isPatching = (): boolean =>
    view.files.some(({ path, state }) => state === 'text' && path.endsWith('.py') && BY_VALUE.test(view.text(path)));
  return found.length > 0 && isPatching() ? found : [];
}
