/** Whatever came from the server beside the answers that were asked for. */
export const OBSERVATIONS = [
  'stray',
  'not-utf8',
  'batch',
  'not-a-message',
  'bad-error',
  'too-deep',
  'half',
  'oversized',
  'large',
  'unasked-response',
  'unknown-id',
  'second-response',
  'late-response',
  'after-cancel',
  'server-request',
  'notification',
  'list-changed',
  'http',
] as const;
export type ObservationKind = (typeof OBSERVATIONS)[number];

export interface Observation {
  readonly kind: ObservationKind;
  readonly count: number;
  /** Of the first few: what was waited for then, and what it said. It may quote the server: print it sanitised. */
  readonly samples: readonly { readonly during: string; readonly text: string }[];
}

export interface ObservationLog {
  readonly add: (kind: ObservationKind, during: string, text: string) => void;
  /** In the order of `OBSERVATIONS`; those that were not made are left out. */
  readonly all: () => readonly Observation[];
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 200;

/** Counts everything, and keeps the first samples of each kind: a server may say anything as often as it likes. */
export function createObservationLog(): ObservationLog {
  const found = new Map<ObservationKind, { count: number; samples: { during: string; text: string }[] }>();
  return {
    add: (kind, during, text) => {
      const own = found.get(kind) ?? { count: 0, samples: [] };
      own.count += 1;
      if (own.samples.length < SAMPLES) own.samples.push({ during, text: shortened(text) });
      found.set(kind, own);
    },
    all: () => OBSERVATIONS.flatMap((kind) => (found.has(kind) ? [{ kind, ...found.get(kind)! }] : [])),
  };
}

const shortened = (text: string): string => (text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text);
