import { createFraming } from './framing.ts';

/** The data of each server-sent event, as it comes. `tooLong`: an event is past the limit. */
export interface EventReader {
  readonly add: (chunk: Buffer) => { readonly events: readonly Buffer[]; readonly tooLong: boolean };
}

/** Reads server-sent events; what they are called, and by which id, does not matter here. */
export function createEventReader(limit: number): EventReader {
  const framing = createFraming(limit);
  const open: Open = { data: [], size: 0 };
  return {
    add: (chunk) => {
      const events: Buffer[] = [];
      let tooLong = false;
      for (const { kind, bytes } of framing.add(chunk)) {
        if (kind === 'oversized' || open.size > limit) {
          tooLong = true;
          taken(open);
        } else events.push(...eventBy(open, bytes));
      }
      return { events, tooLong };
    },
  };
}

interface Open {
  data: Buffer[];
  size: number;
}

/** The event that a line ends, if it does. */
function eventBy(open: Open, bytes: Buffer): Buffer[] {
  const line = bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
  if (line.length === 0) {
    // An event that holds nothing only keeps the connection open, or gives a place to come back to.
    const event = taken(open);
    return event.length > 0 ? [event] : [];
  }
  if (line.subarray(0, 5).toString('latin1') !== 'data:') return [];
  const value = line.subarray(line[5] === 0x20 ? 6 : 5);
  open.data.push(...(open.data.length > 0 ? [NEWLINE, value] : [value]));
  open.size += value.length;
  return [];
}

function taken(open: Open): Buffer {
  const event = Buffer.concat(open.data);
  open.data = [];
  open.size = 0;
  return event;
}

const NEWLINE = Buffer.from('\n');
