import { isRefactorError } from '../../core/errors.ts';
import { runProgram } from '../../process/run-program.ts';

export interface FoundProgram {
  readonly name: string;
  readonly command: readonly string[];
  /** The first line of its version output, or null when it is not there. */
  readonly version: string | null;
  readonly why: string | null;
}

// A toolchain file must not make rustup download anything just because somebody asked what is here.
const QUIET = { RUSTUP_AUTO_INSTALL: '0', PYTHONDONTWRITEBYTECODE: '1' };

/** Asks a program for its version. One that is missing, fails or hangs is a result with the reason. */
export async function findProgram(
  name: string,
  command: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<FoundProgram> {
  try {
    const result = await runProgram({ command, cwd, signal, env: QUIET, timeoutMs: 20_000 });
    const firstLine = `${result.stdout}\n${result.stderr}`.trim().split('\n')[0] ?? '';
    if (result.timedOut) return { name, command, version: null, why: 'it did not answer within 20 seconds' };
    if (result.exitCode !== 0)
      return { name, command, version: null, why: firstLine || `it ended with ${result.exitCode ?? result.signal}` };
    return { name, command, version: firstLine, why: null };
  } catch (error) {
    if (!isRefactorError(error) || signal.aborted) throw error;
    return { name, command, version: null, why: error.problem.why };
  }
}
