import type { ExitCode } from '../core/errors.ts';

/** A command's work: it writes its report and says how the program ends. */
export type Run = (work: () => Promise<ExitCode>) => Promise<void>;
