export interface SignalHandlers {
  readonly resize: () => void;
  readonly resume: () => void;
  /** Ends the program; the terminal must be given back before. */
  readonly end: (exitCode: number) => void;
  /** Gives the terminal back at once. */
  readonly leave: () => void;
}

const ENDING = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Whatever ends the program, the terminal is given back first. Returns the function that stops watching. */
export function watchSignals({ resize, resume, end, leave }: SignalHandlers): () => void {
  const onCrash = (error: unknown): void => {
    leave();
    process.stderr.write(
      `omni-refactor: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(70);
  };
  const listeners: readonly (readonly [string, (value: unknown) => void])[] = [
    ...Object.entries(ENDING).map(([signal, code]) => [signal, () => end(code)] as const),
    ['SIGWINCH', resize],
    ['SIGCONT', resume],
    ['uncaughtException', onCrash],
    ['unhandledRejection', onCrash],
    ['exit', () => leave()],
  ];
  for (const [name, listener] of listeners) process.on(name, listener);
  return () => {
    for (const [name, listener] of listeners) process.off(name, listener);
  };
}
