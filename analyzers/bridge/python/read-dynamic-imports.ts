import { kindRoles } from '../../../src/languages/kind-roles.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { ImportRef } from './python-file.ts';

/** `importlib.import_module("pkg.mod")` and its like, with the module written out. */
export interface DynamicImport extends ImportRef {
  /** The call. */
  readonly node: Node;
  readonly scope: 'module' | 'class' | 'function';
  readonly bindsTop: boolean;
}

const calls = kindRoles({ call: 1 });
const SCOPES = kindRoles({ function_definition: 1, lambda: 1, class_definition: 2 });

/** Every import by a call whose module is a literal; what is computed is not read. */
export function readDynamicImports(syntax: Syntax): DynamicImport[] {
  if (!/\b(?:import_module|__import__)\s*\(/.test(syntax.text)) return [];
  const roles = calls(syntax.kinds);
  const found: DynamicImport[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (roles[syntax.kind[node]!] === 0) continue;
    const one = readCall(syntax, node);
    if (one) found.push({ ...one, node, scope: scopeOf(syntax, node) });
  }
  return found;
}

function readCall(syntax: Syntax, call: Node): (ImportRef & Pick<DynamicImport, 'bindsTop'>) | null {
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  if (!/^(?:(?:importlib\.)?import_module|__import__)$/.test(callee)) return null;
  const [first, second] = namedChildrenOf(syntax, childByField(syntax, call, 'arguments'));
  const [, , dots = '', module = ''] = /^[rRuU]?(["'])((\.*)([\w.]*))\1$/.exec(literal(syntax, first))?.slice(1) ?? [];
  if (dots === '') return module === '' ? null : { level: 0, module, name: null, bindsTop: callee === '__import__' };
  return callee === '__import__' ? null : relative(dots.length, module, literal(syntax, second));
}

/** `import_module(".b", package="pkg")`: to a package that is written out, or to that of the file. */
function relative(level: number, module: string, given: string): ReturnType<typeof readCall> {
  const base = given.replace(/^package\s*=\s*/, '');
  if (base === '__package__') return { level, module, name: null, bindsTop: false };
  const named = /^(["'])([\w.]+)\1$/.exec(base)?.[2]?.split('.') ?? [];
  const kept = named.slice(0, named.length - (level - 1));
  if (kept.length === 0) return null;
  return { level: 0, module: [...kept, ...(module === '' ? [] : [module])].join('.'), name: null, bindsTop: false };
}

const literal = (syntax: Syntax, node: Node | undefined): string => (node === undefined ? '' : textOf(syntax, node));

function scopeOf(syntax: Syntax, node: Node): DynamicImport['scope'] {
  const roles = SCOPES(syntax.kinds);
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const role = roles[syntax.kind[up]!];
    if (role !== 0 && kindOf(syntax, up) !== 'module') return role === 1 ? 'function' : 'class';
  }
  return 'module';
}
