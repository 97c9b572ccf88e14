import { writeFileSync } from 'node:fs';
import { type Disk, nodeDisk } from '../../src/engine/state/disk.ts';

export type Fault = (verb: keyof Disk, args: readonly unknown[], count: number) => Error | null;

/** A disk whose operations are asked for a fault first; `count` numbers them from 1. */
export function faultyDisk(fault: Fault): Disk {
  let count = 0;
  const wrap =
    (verb: keyof Disk) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      count += 1;
      const error = fault(verb, args, count);
      if (error !== null) throw error;
      return (nodeDisk[verb] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    };
  return Object.fromEntries(
    (Object.keys(nodeDisk) as (keyof Disk)[]).map((verb) => [verb, wrap(verb)]),
  ) as unknown as Disk;
}

export const systemError = (code: string, path = '/somewhere'): Error => Object.assign(new Error(code), { code, path });

/** Reads change nothing: a crash before one is a crash before the next change. */
const READS: readonly (keyof Disk)[] = ['look', 'read', 'list', 'sync'];

/**
 * A disk on which nothing happens any more from the n-th change on, as after a loss of power; `middle` leaves half of a file that was
 * being written. What a program does then to clean up does not happen either. `seen` says which changes were asked for.
 */
export function dyingDisk(at: number, middle: boolean, seen: (keyof Disk)[] = []): Disk {
  return faultyDisk((verb, args) => {
    if (seen.length >= at) return systemError('EIO');
    if (READS.includes(verb)) return null;
    seen.push(verb);
    if (seen.length < at) return null;
    const [path, bytes] = args as [string, Uint8Array];
    if (middle && verb === 'create') writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    return systemError('EIO');
  });
}
