import type { Connection } from '../transport/connection.ts';
import { openHttp } from '../transport/http.ts';
import { openStdio } from '../transport/stdio.ts';
import { type ConverseOptions, converse } from './converse.ts';
import type { Transcript } from './transcript.ts';

/** The server that is meant: a command, or an address. */
export type Target =
  | { readonly kind: 'command'; readonly command: readonly string[]; readonly cwd: string }
  | { readonly kind: 'url'; readonly url: string; readonly headers: Readonly<Record<string, string>> };

export interface ProbeOptions extends ConverseOptions {
  readonly lineLimit: number;
  readonly signal: AbortSignal;
}

/** What is left of the patience for a server's end when the user has stopped the probe. */
const HURRIED_MS = 500;

/**
 * Probes one server, from its start until nothing of it is left. Where it ends at the first question, it is started a second time, as the
 * specification asks. Throws RefactorError `program-not-found`, `program-not-started`, `folder-not-found`.
 */
export async function runProbe(target: Target, options: ProbeOptions): Promise<Transcript> {
  const first = await probeOnce(target, options);
  const { failure, established } = first;
  const isFatal = failure?.kind === 'server-exit' && failure.phase === 'probing-era' && options.era === 'auto';
  if (!isFatal || established.handshake !== null || options.signal.aborted) return { ...first, isDiscoverFatal: false };
  const second = await probeOnce(target, { ...options, era: '2025' });
  return second.established.handshake === null
    ? { ...first, isDiscoverFatal: false }
    : { ...second, isDiscoverFatal: true };
}

async function probeOnce(target: Target, options: ProbeOptions): Promise<Omit<Transcript, 'isDiscoverFatal'>> {
  const now = (): number => performance.now();
  const limits = { lineLimit: options.lineLimit, now };
  const connection =
    target.kind === 'command' ? await openStdio({ ...target, ...limits }) : openHttp({ ...target, ...limits });
  const stop = (): void => cancelAll(connection);
  if (options.signal.aborted) stop();
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    return await converse(hurrying(connection, options.signal), options);
  } catch (error) {
    // A fault of this program leaves no server behind either.
    await connection.close(HURRIED_MS);
    throw error;
  } finally {
    options.signal.removeEventListener('abort', stop);
  }
}

function cancelAll({ talk, lifecycle }: Connection): void {
  talk.end('cancelled', 'the probe was stopped');
  lifecycle.send('cancelled');
}

/** The same connection, whose end is waited for less long once the user has stopped the probe. */
const hurrying = <Own extends Connection>(connection: Own, signal: AbortSignal): Own => ({
  ...connection,
  close: (patience: number) => connection.close(signal.aborted ? Math.min(patience, HURRIED_MS) : patience),
});
