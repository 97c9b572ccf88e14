import type { OutputCollector } from '../../../process/collect-output.ts';
import type { Family, Relative } from '../../../process/relatives.ts';
import type { Service, ServiceEnd } from '../../../process/start-service.ts';
import type { Closing } from './connection.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface Ended extends ServiceEnd {
  readonly at: number;
}

interface Held {
  readonly service: Service;
  readonly family: Family;
  readonly lifecycle: Lifecycle;
  readonly now: () => number;
  readonly exited: Promise<ServiceEnd>;
  readonly ended: () => Ended | null;
  readonly stderr: { readonly bytes: number; readonly tail: OutputCollector };
}

/** Helpers may need a moment to see that their parent is gone. */
const HELPER_GRACE_MS = 300;
const LOOK_EVERY_MS = 20;
/** A process that is killed still has to be taken off by the system. */
const KILL_MS = 1_000;

/**
 * Ends a server as the specification wants it: the end of its input, SIGTERM, SIGKILL, each to the whole group after so much patience; then
 * whatever it had started and is still there. Nothing is left behind, also of what left the group, where there is a /proc.
 */
export async function closeService(held: Held, patience: number): Promise<Closing> {
  const { service, family, lifecycle, now, stderr } = held;
  const hadEnded = held.ended() !== null;
  // Those whose parents are still there: once these are gone, nobody tells whose they were.
  family.living();
  const began = now();
  lifecycle.send('close');
  const by = await endService(held, patience);
  lifecycle.send('gone');
  const helpers = await sweep(family);
  service.kill('SIGKILL');
  service.release();
  lifecycle.send('swept');
  const end = held.ended();
  return {
    steps: lifecycle.steps(),
    by: hadEnded ? 'before' : by,
    ms: Math.max(0, Math.round((end?.at ?? now()) - began)),
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    helpers: helpers.map(({ name, inGroup, holdsPipe }) => ({ name, inGroup, holdsPipe })),
    stderr: { bytes: stderr.bytes, tail: stderr.tail.end().bytes.toString('utf8') },
  };
}

/** What it took. */
async function endService({ service, family, lifecycle, exited }: Held, patience: number): Promise<Closing['by']> {
  service.stdin.end();
  if (await endsWithin(exited, patience)) return 'end-of-input';
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    lifecycle.send('overdue');
    family.living();
    service.kill(signal);
    if (await endsWithin(exited, signal === 'SIGKILL' ? patience + KILL_MS : patience)) return signal;
  }
  lifecycle.send('overdue');
  return 'nothing';
}

async function endsWithin(exited: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([exited.then(() => true), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Those that outlived the server, by name; they are killed. */
async function sweep(family: Family): Promise<readonly Relative[]> {
  let living = family.living();
  for (let waited = 0; living.length > 0 && waited < HELPER_GRACE_MS; waited += LOOK_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    living = family.living();
  }
  const outlived = living;
  // What they start while they are being ended is found by the next look.
  for (let looks = 0; living.length > 0 && looks < 10; looks++) {
    for (const one of living) family.end(one);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    living = family.living();
  }
  return [...outlived].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.pid - b.pid));
}
