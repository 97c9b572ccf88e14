import { collectOutput } from './collect-output.ts';
import { type ProgramEnd, type ProgramOptions, startProgram } from './start-program.ts';

export interface RunOptions extends ProgramOptions {
  /** Bytes kept of each stream, from its end. Default 64 MiB. */
  readonly outputCap?: number;
  /** Hears the output while it comes, as text. */
  readonly onOutput?: (text: string, stream: 'stdout' | 'stderr') => void;
}

export interface ProgramResult extends ProgramEnd {
  readonly stdout: string;
  readonly stderr: string;
  /** True if the beginning of stdout or stderr was dropped because of `outputCap`. */
  readonly truncated: boolean;
}

const DEFAULT_OUTPUT_CAP = 64 * 1024 * 1024;

/** Runs a program to its end. A non-zero exit code is a result, not an error; see `startProgram` for what throws. */
export async function runProgram(options: RunOptions): Promise<ProgramResult> {
  const cap = options.outputCap ?? DEFAULT_OUTPUT_CAP;
  const streams = { stdout: collectOutput(cap), stderr: collectOutput(cap) };
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  const end = await startProgram(options, (stream, chunk) => {
    streams[stream].add(chunk);
    options.onOutput?.(decoders[stream].decode(chunk, { stream: true }), stream);
  });
  const stdout = streams.stdout.end();
  const stderr = streams.stderr.end();
  return {
    ...end,
    stdout: stdout.bytes.toString('utf8'),
    stderr: stderr.bytes.toString('utf8'),
    truncated: stdout.truncated || stderr.truncated,
  };
}
