import type { Range } from '../../../src/core/range.ts';
import type { Unit } from '../../../src/core/unit.ts';

export interface Segment extends Range {
  readonly unit: Unit;
  /** Where the blank lines at the end of the segment begin: behind the newline of the unit's last line. */
  readonly blank: number;
}

/**
 * Cuts the file into one segment a unit: from the comments above it to the next one's, blank lines at the end included. What stands
 * before the first segment (header) and comments behind the last unit belong to no segment, and stay where they are.
 */
export function segmentsOf(text: string, units: readonly Unit[]): Segment[] {
  return units.map((unit, i) => {
    const next = units[i + 1];
    const blank = afterNewline(text, unit.end);
    const limit = next ? next.start : text.length;
    const gap = text.slice(blank, limit);
    const comment = gap.search(/[^\s\f]/);
    const end = comment === -1 ? limit : lineStart(text, blank + comment);
    const previous = units[i - 1];
    const floor = previous ? endOfGap(text, afterNewline(text, previous.end), unit.start) : unit.start;
    return { unit, start: floor, blank: Math.min(blank, end), end: Math.max(end, blank) };
  });
}

const endOfGap = (text: string, from: number, to: number): number => {
  const comment = text.slice(from, to).search(/[^\s\f]/);
  return comment === -1 ? to : lineStart(text, from + comment);
};

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function afterNewline(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}
