import type { Size } from './state.ts';

/** Below this the panes tell nothing any more, and what nobody can see nobody may do. */
export const LEAST = { columns: 60, rows: 10 } as const;

export const isTooSmall = ({ columns, rows }: Size): boolean => columns < LEAST.columns || rows < LEAST.rows;
