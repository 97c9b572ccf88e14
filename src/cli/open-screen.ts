import { availableParallelism } from 'node:os';
import { firstFrame } from '../tui/terminal/first-frame.ts';

/** Paints the first frame, and only then loads the program behind it. Gives the exit code. */
export async function showScreen(): Promise<number> {
  const { stdout, env } = process;
  const first = firstFrame(process.cwd(), stdout.columns || 80, stdout.rows || 24);
  stdout.write(first.text);
  try {
    const [{ openScreen }, { findWorkspace }, { cacheFolder }, { readVersion }] = await Promise.all([
      import('../tui/main.ts'),
      import('../engine/find-workspace.ts'),
      import('../workspace/cache-folder.ts'),
      import('./read-version.ts'),
    ]);
    return await openScreen({
      session: {
        root: findWorkspace(process.cwd()),
        today: new Date().toISOString().slice(0, 10),
        env: Object.fromEntries(
          Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
        ),
        tool: `omni-refactor ${readVersion()}`,
        cacheDir: cacheFolder(env),
        workers: availableParallelism(),
      },
      colour: !env.NO_COLOR,
      painted: first.lines,
    });
  } finally {
    stdout.write('\u001B[?7h\u001B[?25h\u001B[?1049l');
  }
}
