import type { Source } from './App.tsx';
import type { State } from './state/state.ts';

/** Longer than a frame waits for another one: what comes then comes behind the rows. */
const PAINTED_MS = 40;

/** Resolves once rows of the workspace stand on the screen, or it is known that there are none. */
export function firstRows({ get, subscribe }: Source<Pick<State, 'rows' | 'scan'>>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { rows, scan } = get();
      if (rows.file.length === 0 && !scan.opened && !scan.problem) return;
      stop();
      setTimeout(resolve, PAINTED_MS);
    };
    const stop = subscribe(look);
    look();
  });
}
