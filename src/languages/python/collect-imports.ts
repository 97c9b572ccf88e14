import { childByField, childrenOf, firstChild, kindOf, type Node, textOf } from '../syntax.ts';
import { CONTEXT, type Collector, type Handler } from './collector.ts';
import { recordName } from './record-access.ts';

/** `import a.b` binds a, `import a.b as c` binds c. */
export const handleImport: Handler = (collector, node) => bindImported(collector, node);

export const handleImportFrom: Handler = (collector, node, scope) => {
  const { syntax } = collector;
  const module = childByField(syntax, node, 'module_name');
  if (module !== -1) collector.context[module] = CONTEXT.skip;
  if (childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'wildcard_import'))
    collector.scopes[scope]!.starImports.push(syntax.start[node]!);
  bindImported(collector, node);
};

function bindImported(collector: Collector, node: Node): void {
  const { syntax } = collector;
  for (const child of childrenOf(syntax, node)) {
    if (collector.context[child] === CONTEXT.skip) continue;
    const name = boundBy(collector, child);
    if (name === -1) continue;
    collector.context[child] = CONTEXT.skip;
    collector.scope[name] = collector.scope[node]!;
    recordName(collector, textOf(syntax, name), name, 'import');
  }
}

function boundBy(collector: Collector, child: Node): Node {
  const { syntax } = collector;
  const kind = kindOf(syntax, child);
  if (kind === 'aliased_import') return childByField(syntax, child, 'alias');
  return kind === 'dotted_name' ? firstChild(syntax, child) : -1;
}
