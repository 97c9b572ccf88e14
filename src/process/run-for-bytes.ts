import { collectOutput } from './collect-output.ts';
import { type ProgramEnd, type ProgramOptions, startProgram } from './start-program.ts';

export interface BytesResult extends ProgramEnd {
  /** All of it, as it came. */
  readonly stdout: Buffer;
  /** The end of it, as text. */
  readonly stderr: string;
}

const STDERR_CAP = 64 * 1024;

/** Like `runProgram`, for output that is data: bytes are neither decoded nor capped. */
export async function runForBytes(options: ProgramOptions): Promise<BytesResult> {
  const chunks: Buffer[] = [];
  const stderr = collectOutput(STDERR_CAP);
  const end = await startProgram(options, (stream, chunk) => {
    if (stream === 'stdout') chunks.push(chunk);
    else stderr.add(chunk);
  });
  return { ...end, stdout: Buffer.concat(chunks), stderr: stderr.end().bytes.toString('utf8') };
}

/** The NUL-ended records of a program's output. A last record without NUL counts. */
export function* splitRecords(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let index = bytes.indexOf(0); index !== -1; index = bytes.indexOf(0, start)) {
    yield bytes.subarray(start, index);
    start = index + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
