import type { Piece } from '../../../analyzers/readings/rust/source.ts';

export const byStart = (a: Piece, b: Piece): number => a.unit.start - b.unit.start;
