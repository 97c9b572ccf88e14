import type { State } from './state.ts';

export interface Pane {
  readonly width: number;
  /** Rows, its title among them. */
  readonly height: number;
}

export interface Layout {
  /** Lists above what is selected, where the terminal is too narrow for both side by side. */
  readonly portrait: boolean;
  readonly list: Pane | null;
  readonly main: Pane | null;
}

const PORTRAIT_COLUMNS = 84;
/** Below this only the pane in focus has room, as in the panel of an editor: `tab` goes to the other. */
const TWO_PANES = 20;
/** Header, message and hints. */
const AROUND = 3;
const SHARE = { hotspots: 0.52, plan: 0.4, checks: 0.45, history: 0.4 } as const;

/** Where the two panes stand; a pure function of the size, the view and the zoom. A column between them belongs to none. */
export function layoutOf({ size, view, zoom, focus }: Pick<State, 'size' | 'view' | 'zoom' | 'focus'>): Layout {
  const height = Math.max(2, size.rows - AROUND);
  const portrait = size.columns <= PORTRAIT_COLUMNS;
  if (zoom || size.rows < TWO_PANES) {
    const whole = { width: size.columns, height };
    return { portrait, list: focus === 'list' ? whole : null, main: focus === 'main' ? whole : null };
  }
  if (portrait) {
    const list = Math.max(4, Math.floor(height * 0.5));
    return {
      portrait,
      list: { width: size.columns, height: list },
      main: { width: size.columns, height: height - list },
    };
  }
  const width = Math.min(size.columns - 40, Math.max(42, Math.floor(size.columns * SHARE[view])));
  return { portrait, list: { width, height }, main: { width: size.columns - width - 1, height } };
}

/** Rows of a pane without its title. */
export const bodyRows = (pane: Pane | null): number => Math.max(1, (pane?.height ?? 2) - 1);
