import type { Open } from '../m';

export interface Closed {
  height: number;
}

export const areaOf = (open: Open, closed: Closed): number => open.width * closed.height;
