import { childByField, kindOf, type Node, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { type EsModule, moduleOf } from './read-es-module.ts';

const WHOLE = /^(string|template_string|regex|jsx_text)$/;

/** A statement's tokens, one text for equal code: without layout, without `export`, with relative module names as they resolve. */
export function tokenText(view: View, module: EsModule, statement: Node): string {
  const { syntax } = module;
  const tokens: string[] = [];
  const exported =
    kindOf(syntax, statement) === 'export_statement' && childByField(syntax, statement, 'declaration') !== -1;
  for (let node = statement; node < syntax.after[statement]!; node++) {
    const kind = kindOf(syntax, node);
    const parent = syntax.parent[node]!;
    // Without a semicolon, whose comment the one behind a statement is depends on what follows.
    if (kind === 'comment') continue;
    if (exported && kind === 'export' && parent === statement) continue;
    if (!WHOLE.test(kind)) {
      if (syntax.after[node] === node + 1) tokens.push(textOf(syntax, node));
      continue;
    }
    tokens.push(
      kind === 'string' && isModuleName(module, node)
        ? `module ${moduleOf(view, module.path, textOf(syntax, node).slice(1, -1))}`
        : textOf(syntax, node),
    );
    node = syntax.after[node]! - 1;
  }
  return tokens.join('\u0000');
}

/** `'./x'` in `import('./x')`, `require('./x')` and `vi.mock('./x')`. */
function isModuleName({ syntax }: EsModule, node: Node): boolean {
  const list = syntax.parent[node]!;
  const call = syntax.parent[list] ?? -1;
  if (call < 0 || kindOf(syntax, list) !== 'arguments' || kindOf(syntax, call) !== 'call_expression') return false;
  return /^(import|require|require\.resolve|jest\.\w+|vi\.\w+)$/.test(
    textOf(syntax, childByField(syntax, call, 'function')),
  );
}

/** Every comment of a module, blank runs folded. */
export function commentsOf({ syntax }: EsModule): string[] {
  const found: string[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'comment') found.push(textOf(syntax, node).replace(/\s+/g, ' '));
  return found;
}
