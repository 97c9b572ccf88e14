import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { extractFacts } from '../../../src/languages/extract-facts.ts';
import { rustOutline } from '../../../src/languages/rust/outline.ts';
import { boundOf } from '../predict/bound.ts';
import { linesLeft } from '../predict/lines-left.ts';

/** An inline module becomes a file, which is divided again where that takes a fifth of it away at least. */
export function wholeLines(language: PlanningLanguage, unit: Unit, text: string, limit: number): number {
  const inside = unit.lines > limit ? outlineInside(unit, text) : null;
  if (inside === null) return unit.lines;
  const parts = language.atoms(inside.outline, inside.text, limit, {});
  if (parts.atoms.length === 0 && parts.whole.length === 0) return unit.lines;
  const { lines } = boundOf({ language, ...inside }, parts, limit, linesLeft(parts, inside.text));
  return lines * 5 <= unit.lines * 4 ? lines : unit.lines;
}

interface Inside {
  readonly outline: Outline;
  readonly text: string;
}

/** A plan is made several times, of the same units: what is inside of one is read once. */
const KNOWN = new WeakMap<Unit, Inside | null>();

function outlineInside(unit: Unit, text: string): Inside | null {
  const known = KNOWN.get(unit);
  if (known !== undefined) return known;
  const read = readInside(unit, text);
  KNOWN.set(unit, read);
  return read;
}

function readInside({ body }: Unit, text: string): Inside | null {
  const inside = text.slice(text.indexOf('{', body.start) + 1, text.lastIndexOf('}', body.end));
  const result = extractFacts(inside, 'rust', [rustOutline]).get(rustOutline.id);
  return result && result.status !== 'failed' ? { outline: result.value as Outline, text: inside } : null;
}
