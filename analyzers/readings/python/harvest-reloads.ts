import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleAliases } from './module-aliases.ts';
import { nameOf, type Source } from './source.ts';

/** A place of the workspace that has the module run again. */
export interface ReloadSite {
  readonly path: string;
  readonly line: number;
}

/** `importlib.reload(m)`, `del sys.modules["m"]` and their like in any Python file of the workspace, in path order. */
export function harvestReloads(view: View, { name: { dotted } }: Pick<Source, 'name'>): ReloadSite[] {
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  const sites: ReloadSite[] = [];
  for (const { path, state } of view.files) {
    if (state !== 'text' || !path.endsWith('.py')) continue;
    const text = view.text(path);
    if (!/\breload\b|sys\s*\.\s*modules/.test(text) || !(text.includes(last) || text.includes('__name__'))) continue;
    const syntax = view.syntax(path);
    const name = nameOf(view, path);
    const itself = name.dotted === dotted ? ['__name__', 'sys.modules[__name__]'] : [];
    const aliases = new Set([...moduleAliases(syntax, dotted, name.package), ...itself]);
    const quoted = new Set([`"${dotted}"`, `'${dotted}'`, ...itself]);
    sites.push(...sitesIn(syntax, aliases, quoted).map((line) => ({ path, line })));
  }
  return sites;
}

function sitesIn(syntax: Syntax, aliases: ReadonlySet<string>, quoted: ReadonlySet<string>): number[] {
  const starts = lineStartsOf(syntax.text);
  const lines: number[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (runsAgain(syntax, node, aliases, quoted)) lines.push(lineAt(starts, syntax.start[node]!));
  return lines;
}

const MODULES = /^(\w+\.)*sys\.modules$|^modules$/;

function runsAgain(syntax: Syntax, node: Node, aliases: ReadonlySet<string>, quoted: ReadonlySet<string>): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'delete_statement') {
    for (let at = node + 1; at < syntax.after[node]!; at++)
      if (kindOf(syntax, at) === 'subscript' && isEntry(syntax, at, quoted)) return true;
    return false;
  }
  if (kind !== 'call') return false;
  const callee = textOf(syntax, childByField(syntax, node, 'function'));
  const given = argumentsOf(syntax, node);
  if (/(^|\.)reload$/.test(callee)) return given[0] !== undefined && (aliases.has(given[0]) || quoted.has(given[0]));
  if (/\.pop$/.test(callee)) return MODULES.test(callee.slice(0, -4)) && quoted.has(given[0] ?? '');
  return /(^|\.)delitem$/.test(callee) && MODULES.test(given[0] ?? '') && quoted.has(given[1] ?? '');
}

const isEntry = (syntax: Syntax, node: Node, quoted: ReadonlySet<string>): boolean =>
  MODULES.test(textOf(syntax, childByField(syntax, node, 'value'))) &&
  quoted.has(textOf(syntax, childByField(syntax, node, 'subscript')));

function argumentsOf(syntax: Syntax, call: Node): string[] {
  const list = childByField(syntax, call, 'arguments');
  return list === -1
    ? []
    : childrenOf(syntax, list)
        .filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)))
        .map((child) => textOf(syntax, child));
}
