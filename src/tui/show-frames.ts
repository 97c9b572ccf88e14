import type { Source } from './App.tsx';
import type { Shape } from './panes/shape.ts';
import type { Screen } from './terminal/screen.ts';

/**
 * Loads ink, and has it lay out frames on a surface until it is unmounted.
 * @param shapes asked for once ink is there
 */
export async function showFrames(
  screen: Screen,
  shapes: () => Source<Shape>,
): Promise<{ readonly unmount: () => void }> {
  process.env.NODE_ENV ??= 'production';
  const [{ render }, { createElement }, { App }] = await Promise.all([
    import('ink'),
    import('react'),
    import('./App.tsx'),
  ]);
  return render(createElement(App, { shapes: shapes() }), {
    stdout: screen as unknown as NodeJS.WriteStream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
}
