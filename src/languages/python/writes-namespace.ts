import type { Hazard, Outline, Unit } from '../../core/unit.ts';

/**
 * Where a file may bind names of its own that no line of it spells: `globals().update(…)`, `exec(…)`, `IntEnum._convert_("Kind", __name__, …)`.
 * @param text the file's text
 * @returns the first such place, or null: then a name that nothing binds is nobody's but a builtin
 */
export function namespaceWriter(outline: Outline, text: string): Hazard | null {
  for (const unit of outline.units) {
    const found = unit.hazards.find((hazard) => mayBind(unit, hazard, text));
    if (found) return found;
  }
  return globalEnum(text);
}

/** `@enum.global_enum` binds the members of a class in the module that the class says it is of. */
function globalEnum(text: string): Hazard | null {
  const found = /^[ \t]*@\s*(?:\w+\.)*global_enum\b|\bglobal_enum\s*\(|\bglobal_enum\s+as\b/m.exec(text);
  if (found === null) return null;
  const why = 'it binds the members of a class in the namespace of the module';
  return { id: 'H19', start: found.index, end: found.index + found[0].length, why };
}

const LATER = new Set(['def', 'class']);

function mayBind(unit: Unit, { id, start, end }: Hazard, text: string): boolean {
  const written = text.slice(start, end);
  // `exec` and `locals()` in a function bind names of the function; `__import__` and `dir()` bind none.
  if (id === 'H19')
    return !/^(__import__|dir)\b/.test(written) && !(LATER.has(unit.kind) && /^(exec|eval|locals)\b/.test(written));
  if (id !== 'H18' || LATER.has(unit.kind) || unit.kind === 'main') return false;
  const before = text.slice(unit.start, start);
  return /[(,]\s*(\w+\s*=\s*)?$/.test(before) && !/\bgetLogger\(\s*$/.test(before);
}
