import type { Request } from './engine/messages.ts';
import type { Effect } from './state/state.ts';

export interface Hands {
  readonly ask: (request: Request) => void;
  readonly write: (text: string) => void;
  readonly edit: (path: string, line: number) => void;
  readonly quit: () => void;
  readonly suspend: () => void;
}

/** What follows the cursor waits a moment: a held key asks once, where it stops. */
const SOON_MS = 50;

/** Carries out effects. Those that follow the cursor are put off, and a newer one takes the place of an older. */
export function effectRunner(hands: Hands): (effect: Effect) => void {
  const timers = new Map<string, NodeJS.Timeout>();
  return (effect) => {
    switch (effect.type) {
      case 'ask': {
        const { request, soon } = effect;
        if (soon === undefined) return hands.ask(request);
        clearTimeout(timers.get(soon));
        timers.set(
          soon,
          setTimeout(() => hands.ask(request), SOON_MS),
        );
        return;
      }
      case 'copy':
        // OSC 52: the terminal itself puts it on the clipboard, over ssh too.
        return hands.write(`\u001B]52;c;${Buffer.from(effect.text).toString('base64')}\u0007`);
      case 'edit':
        return hands.edit(effect.path, effect.line);
      case 'quit':
        return hands.quit();
      case 'suspend':
        return hands.suspend();
    }
  };
}
