import type { Source } from './App.tsx';
import { layOut } from './panes/lay-out.ts';
import type { Shape } from './panes/shape.ts';
import type { Screen } from './terminal/screen.ts';

/**
 * Shows frames on a surface until it is unmounted. Ink and React cost 0.4 s of CPU to load, more than all that the first rows need. So frames are
 * laid out without them at first; once `ready` says so ink is loaded behind what stands, and its first frame shows the same slots: not a byte is
 * written for it.
 */
export function showFrames(
  screen: Screen,
  shapes: Source<Shape>,
  ready: Promise<unknown>,
): { readonly unmount: () => void } {
  const layOutPlain = (): boolean => screen.write(layOut(shapes.get()));
  const stopPlain = shapes.subscribe(layOutPlain);
  layOutPlain();
  let unmount = stopPlain;
  let isOver = false;
  const takeOver = async (): Promise<void> => {
    await ready;
    const render = await loadInk();
    if (isOver) return;
    stopPlain();
    unmount = render(screen, shapes);
  };
  // A package that cannot be loaded ends the program, as it would at any other place: nobody catches this.
  void takeOver();
  return {
    unmount() {
      isOver = true;
      unmount();
    },
  };
}

async function loadInk(): Promise<(screen: Screen, shapes: Source<Shape>) => () => void> {
  process.env.NODE_ENV ??= 'production';
  const [{ render }, { createElement }, { App }] = await Promise.all([
    import('ink'),
    import('react'),
    import('./App.tsx'),
  ]);
  return (screen, shapes) =>
    render(createElement(App, { shapes }), {
      stdout: screen as unknown as NodeJS.WriteStream,
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
    }).unmount;
}
