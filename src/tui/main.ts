import { basename, join } from 'node:path';
import { keysWith } from '../config/screen/key-problem.ts';
import { editorCommand } from './editor-command.ts';
import type { SessionOptions } from './engine/session-options.ts';
import { startSession } from './engine/start-session.ts';
import { firstRows } from './first-rows.ts';
import { createSlots } from './paint/slots.ts';
import { paletteOf } from './paint/theme.ts';
import { paintFrames } from './paint-frames.ts';
import { frameOf } from './panes/frame.ts';
import { effectRunner } from './run-effects.ts';
import { screenConfig } from './screen-config.ts';
import { showFrames } from './show-frames.ts';
import { initialState } from './state/state.ts';
import { createStore, type RunningStore } from './store.ts';
import { keyboard } from './terminal/keyboard.ts';
import { Screen } from './terminal/screen.ts';
import { watchSignals } from './terminal/watch-signals.ts';

export interface ScreenOptions {
  readonly session: SessionOptions;
  readonly colour: boolean;
  /** What stands on the alternate screen already. */
  readonly painted: readonly string[];
}

/** Runs the program on the terminal until the user quits; gives the exit code. The first frame stands already. */
export async function openScreen({ session: options, colour, painted }: ScreenOptions): Promise<number> {
  const { stdout, stdin } = process;
  const look = await screenConfig(options.root);
  const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const slots = createSlots();
  const columns = (): number => size().columns;
  const rows = (): number => size().rows;
  const screen = new Screen({ write: (text) => stdout.write(text), columns, rows }, slots.expand);
  screen.enter(painted);

  let finish: (exitCode: number) => void = () => {};
  const finished = new Promise<number>((resolve) => {
    finish = resolve;
  });
  let store: RunningStore;
  const keys = keyboard(stdin, (key) => store.dispatch({ type: 'key', key }));
  const takeBack = (): void => {
    screen.enter();
    keys.open();
    store.dispatch({ type: 'resize', size: size() });
  };
  const giveAway = (): void => {
    keys.close();
    screen.leave();
  };
  let suspended = false;
  const unwatch = watchSignals({
    resize: () => {
      screen.resized();
      store.dispatch({ type: 'resize', size: size() });
    },
    resume: () => {
      if (!suspended) return;
      suspended = false;
      takeBack();
    },
    end: (code) => finish(code),
    leave: () => {
      screen.leave();
      if (stdin.isRaw) stdin.setRawMode(false);
    },
  });

  const session = startSession(
    options,
    (event) => store.dispatch({ type: 'event', event, now: performance.now() }),
    (error) => process.emit('uncaughtException', error),
  );
  const run = effectRunner({
    ask: session.ask,
    write: (text) => stdout.write(text),
    quit: () => finish(0),
    suspend: () => {
      giveAway();
      suspended = true;
      // The whole group, as the terminal itself would: a shell that waits for `npm exec` sees its job stop too.
      process.kill(0, 'SIGTSTP');
    },
    edit: (path, line) => void edit(path, line),
  });
  const edit = async (path: string, line: number): Promise<void> => {
    const command = editorCommand(options.env, join(options.root, path), line);
    giveAway();
    const { runInteractive } = await import('../process/run-interactive.ts');
    const code = await runInteractive(command, options.root);
    takeBack();
    if (code !== 0)
      store.dispatch({
        type: 'say',
        tone: 'hot',
        text: `${command[0]} ended with ${code ?? 'no exit code: is it installed?'}`,
      });
  };
  store = createStore(initialState(size(), basename(options.root), keysWith(look.keys)), run);
  keys.open();
  session.ask({ type: 'open' });
  const ticking = setInterval(() => store.dispatch({ type: 'tick', now: performance.now() }), 250);

  const palette = colour ? paletteOf(look.theme) : null;
  const shapes = paintFrames(store, slots, { palette, frame: frameOf, refresh: () => screen.refresh() });
  const frames = showFrames(screen, shapes, firstRows(store));

  const exitCode = await finished;
  clearInterval(ticking);
  giveAway();
  unwatch();
  frames.unmount();
  await session.close();
  return exitCode;
}
