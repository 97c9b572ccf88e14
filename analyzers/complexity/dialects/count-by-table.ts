import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import { functionName, typeName } from '../function-name.ts';
import { rulesOf } from '../rules-of.ts';
import type { Memory, Place, Table } from './table.ts';

/** A function as one dialect sees it. */
export interface CountedFunction {
  readonly symbol: string;
  readonly node: Node;
  value: number;
}

export type OnAmount = (counted: CountedFunction, node: Node, amount: number, nesting: number) => void;

interface Open {
  readonly end: Node;
  /** Null for what only names its functions: a class, a module. */
  readonly counted: CountedFunction | null;
  readonly memory: Memory;
  /** The values around it grow with its own. */
  readonly shared: boolean;
  readonly names: number;
}

interface Level {
  readonly end: Node;
  readonly control: number;
  readonly around: number;
  readonly depth: number;
}

interface Count {
  readonly syntax: Syntax;
  readonly table: Table;
  readonly onAmount: OnAmount | null;
  readonly functions: CountedFunction[];
  readonly open: Open[];
  readonly levels: Level[];
  readonly names: string[];
  control: number;
  around: number;
  /** Functions around that `deepens` lists. */
  depth: number;
}

/** The value of each function by one table, in source order; one loop over the nodes, subtrees that the tool does not see are passed over. */
export function countByTable(syntax: Syntax, table: Table, onAmount: OnAmount | null = null): CountedFunction[] {
  const lists = { functions: [], open: [], levels: [], names: [] };
  const count: Count = { syntax, table, onAmount, ...lists, control: 0, around: 0, depth: 0 };
  const roles = rolesOf(syntax, table);
  const { kind, after } = syntax;
  for (let node = 0; node < syntax.size; ) {
    while (count.open.length > 0 && count.open[count.open.length - 1]!.end <= node) close(count);
    while (count.levels.length > 0 && count.levels[count.levels.length - 1]!.end <= node) leaveLevel(count);
    const isSeen = roles[kind[node]!] === 0 || enter(count, node);
    node = isSeen ? node + 1 : after[node]!;
  }
  while (count.open.length > 0) close(count);
  return count.functions;
}

/** Kind number -> 1 where the table or the names of functions have a rule. */
function rolesOf(syntax: Syntax, { adds, opens, hides, deepens }: Table): Uint8Array {
  const named = rulesOf(syntax).kinds;
  return Uint8Array.from(syntax.kinds.names, (name = '') => {
    const isTold = [adds, opens, hides ?? {}, deepens ?? {}].some((part) => Object.hasOwn(part, name));
    const role = Object.hasOwn(named, name) ? named[name]!.role : null;
    return isTold || role === 'type' || role === 'namespace' ? 1 : 0;
  });
}

/** False if the subtree is not seen. */
function enter(count: Count, node: Node): boolean {
  const { syntax, table } = count;
  const name = syntax.kinds.names[syntax.kind[node]!]!;
  const inFunction = holderOf(count) !== null;
  if (lookUp(table.hides, name)?.(placeAt(count, node), inFunction)) return false;
  const nested = lookUp(table.opens, name);
  const opensOne = nested !== undefined && (nested !== 'inside' || !inFunction);
  const isFunction = rulesOf(syntax).kinds[name]?.role === 'function' || rulesOf(syntax).kinds[name]?.role === 'lambda';
  const amount = lookUp(table.adds, name);
  if (opensOne) openFunction(count, node, nested === 'both');
  if (amount !== undefined && !(opensOne && isFunction)) {
    add(count, node, typeof amount === 'number' ? amount : amount(placeAt(count, node)));
  }
  if (!opensOne) openNames(count, node, name);
  deepen(count, node, name);
  return table.seals?.has(name) !== true;
}

const lookUp = <T>(part: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  part !== undefined && Object.hasOwn(part, name) ? part[name] : undefined;

function openFunction(count: Count, node: Node, shared: boolean): void {
  const { syntax, table } = count;
  const separator = rulesOf(syntax).separator;
  const memory: Memory = { operator: null, returns: 0, bareReturn: false };
  const name = nameOf(syntax, node);
  const counted = { symbol: [...count.names, name].join(separator), node, value: 0 };
  count.open.push({ end: syntax.after[node]!, counted, memory, shared, names: count.names.length });
  count.names.push(name);
  count.functions.push(counted);
  add(count, node, typeof table.base === 'number' ? table.base : table.base(placeAt(count, node)));
}

function openNames(count: Count, node: Node, kind: string): void {
  const role = rulesOf(count.syntax).kinds[kind]?.role;
  if ((role !== 'type' && role !== 'namespace') || count.syntax.kinds.named[count.syntax.kind[node]!] !== 1) return;
  const memory: Memory = { operator: null, returns: 0, bareReturn: false };
  const end = count.syntax.after[node]!;
  count.open.push({ end, counted: null, memory, shared: false, names: count.names.length });
  count.names.push(nameOf(count.syntax, node));
}

const nameOf = (syntax: Syntax, node: Node): string =>
  rulesOf(syntax).kinds[syntax.kinds.names[syntax.kind[node]!]!]?.role === 'type'
    ? typeName(syntax, node)
    : functionName(syntax, node);

function close(count: Count): void {
  const last = count.open[count.open.length - 1]!;
  const { closing } = count.table;
  if (last.counted && closing) {
    const { node, value } = last.counted;
    add(count, node, closing(placeAt(count, node), value));
  }
  count.open.pop();
  count.names.length = last.names;
}

const functionAround = (count: Count): Open | null => {
  for (let i = count.open.length - 1; i >= 0; i--) if (count.open[i]!.counted) return count.open[i]!;
  return null;
};

const holderOf = (count: Count): CountedFunction | null => functionAround(count)?.counted ?? null;

function add(count: Count, node: Node, amount: number): void {
  if (amount === 0) return;
  for (let i = count.open.length - 1; i >= 0; i--) {
    const { counted, shared } = count.open[i]!;
    if (!counted) continue;
    counted.value += amount;
    count.onAmount?.(counted, node, amount, count.control + count.around);
    if (!shared) return;
  }
}

const NOWHERE: Memory = { operator: null, returns: 0, bareReturn: false };

const placeAt = (count: Count, node: Node): Place => ({
  syntax: count.syntax,
  node,
  nesting: count.control + count.around,
  memory: functionAround(count)?.memory ?? NOWHERE,
});

function deepen(count: Count, node: Node, name: string): void {
  const rule = lookUp(count.table.deepens, name);
  const how = typeof rule === 'function' ? rule(placeAt(count, node)) : rule;
  if (how === undefined || how === null) return;
  const { control, around, depth, syntax } = count;
  count.levels.push({ end: syntax.after[node]!, control, around, depth });
  if (how === 'control') count.control += 1;
  else if (how === 'closure') count.around += 1;
  else {
    count.control = 0;
    count.depth += 1;
    // The outermost function is no level.
    if (depth > 0) count.around += 1;
  }
}

function leaveLevel(count: Count): void {
  const { control, around, depth } = count.levels.pop()!;
  count.control = control;
  count.around = around;
  count.depth = depth;
}
