import type { UnitId } from '../../core/unit.ts';

/**
 * What a sentence calls a unit: `parse()` for `fn parse`, `Graph::node_count` for a member of `impl<N,E> Graph<N,E> where …`, the first words of
 * a statement. For readers only: two units may be called the same, and no command takes it.
 */
export function shortUnit(id: UnitId): string {
  if (/^impl\b/.test(id)) return shortImpl(id);
  const [, kind = '', name = ''] = /^(\S+) (\S+)$/.exec(id) ?? [];
  if (CALLED.has(kind)) return `${name}()`;
  if (NAMED.has(kind)) return name;
  if (kind === 'macro') return `${name}!`;
  const told = id.replace(/ [0-9a-f]{6}$/, '');
  const words = told.split(' ');
  return told === id && words.length <= FEW + 1 ? id : `${words.slice(0, FEW).join(' ')} …`;
}

/** Words of a nameless statement: behind them it is told apart by a hash in any case. */
const FEW = 3;

const CALLED = new Set(['fn', 'def', 'function']);

const NAMED = new Set(
  'class struct enum union trait type interface const static assign let var namespace variable'.split(' '),
);

/** Without the parameters of the block and of its type, and without conditions: `impl From<u8> for Row`, `Row::first`. */
function shortImpl(id: string): string {
  const text = withoutBrackets(id.slice('impl'.length)).trim();
  const [head = '', type] = text.split(/ for (?=[^ ])/);
  if (type === undefined) {
    const [, path, member] = /^([^ ]+)(?: where .*)?::(\w+)$/.exec(text.replace(/<[^<>]*>/g, '')) ?? [];
    return path === undefined ? `impl ${typeIn(text)}` : `${typeIn(path)}::${member}`;
  }
  return `impl ${head.replace(/^[\w:]*::(?=\w)/, '')} for ${typeIn(type)}`;
}

/** What follows `impl` in angle brackets is left out; those further down stay. */
function withoutBrackets(text: string): string {
  if (!text.startsWith('<')) return text;
  let depth = 0;
  for (const [i, char] of [...text].entries()) {
    if (char === '<') depth++;
    else if (char === '>' && text[i - 1] !== '-' && --depth === 0) return text.slice(i + 1);
  }
  return text;
}

/** A type without what stands in its brackets, behind it, or before its last name. */
function typeIn(text: string): string {
  let bare = text.replace(/ where .*$/, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/(?<=\w)<[^<>]*>/g, '');
  }
  return bare.replace(/^(&?)[\w:]*::(?=\w)/, '$1');
}
