import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export interface PtyOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** A program on a true terminal: what it writes is drawn by an emulator, what is typed goes through a pseudo terminal. */
export interface PtyScreen {
  readonly press: (...keys: readonly string[]) => void;
  /** The rows as a person sees them, without trailing blanks. */
  readonly rows: () => string[];
  readonly text: () => string;
  /** Waits until the screen fits; throws with the screen when it never does. */
  readonly until: (fits: string | RegExp | ((text: string) => boolean), timeoutMs?: number) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  readonly exit: Promise<number>;
  readonly terminal: headless.Terminal;
  /** Everything the program wrote, and how many bytes that are. */
  readonly written: () => string;
  readonly pid: number;
}

const KEYS: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\u001B',
  tab: '\t',
  space: ' ',
  backspace: '\u007F',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  pageup: '\u001B[5~',
  pagedown: '\u001B[6~',
};

const bytesOf = (key: string): string =>
  key.startsWith('ctrl+') ? String.fromCharCode(key.charCodeAt(5) - 96) : (KEYS[key] ?? key);

export function startPty({ command, cwd, env = {}, columns = 120, rows = 36 }: PtyOptions): PtyScreen {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 500 });
  const [file, ...args] = command;
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(CI|NO_COLOR|FORCE_COLOR|VITEST.*|NODE_ENV|NODE_OPTIONS)$/.test(name),
    ),
  );
  const child = spawn(file!, args, {
    cols: columns,
    rows,
    cwd,
    name: env.TERM ?? 'xterm-256color',
    env: { ...inherited, TERM: 'xterm-256color', ...env },
  });
  let written = '';
  child.onData((data) => {
    written += data;
    terminal.write(data);
  });
  const exit = new Promise<number>((resolve) =>
    child.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)),
  );
  const readRows = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, i) => active.getLine(active.baseY + i)?.translateToString(true) ?? '',
    );
  };
  const text = (): string => readRows().join('\n');
  return {
    press: (...keys) => {
      for (const key of keys) child.write(bytesOf(key));
    },
    rows: readRows,
    text,
    async until(fits, timeoutMs = 90_000) {
      const check =
        typeof fits === 'function'
          ? fits
          : (shown: string) => (typeof fits === 'string' ? shown.includes(fits) : fits.test(shown));
      for (const began = Date.now(); ; ) {
        const shown = text();
        if (check(shown)) return shown;
        if (Date.now() - began > timeoutMs)
          throw new Error(`the screen never showed ${String(fits)}; it shows:\n${shown}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    resize(width, height) {
      terminal.resize(width, height);
      child.resize(width, height);
    },
    kill: (signal) => child.kill(signal),
    exit,
    terminal,
    written: () => written,
    pid: child.pid,
  };
}
