import type { StepTime } from '../engine/prove/step-times.ts';

export interface StepCount {
  /** What stands in front of the step that begins: `[3/17]`; the number of all where an earlier proof of the same tells it. */
  readonly begin: (command: string, now: number) => string;
  /** Ends the running step; `now` and all times in milliseconds. */
  readonly end: (now: number) => void;
  /** `12 s so far, about 40 s left`; what is left is told only where most of what ran was also run by the earlier proof. */
  readonly told: (now: number) => string;
  readonly steps: () => readonly StepTime[];
}

/** Counts the programs of a proof. @param earlier those of the last proof of the same, in their order; none at the first */
export function countSteps(earlier: readonly StepTime[]): StepCount {
  const open = [...earlier];
  const ended: StepTime[] = [];
  let matched = 0;
  let begun = 0;
  let first: number | null = null;
  let running: { readonly command: string; readonly since: number; readonly expected: number | null } | null = null;
  const end = (now: number): void => {
    if (running !== null) ended.push({ command: running.command, seconds: (now - running.since) / 1000 });
    running = null;
  };
  return {
    begin: (command, now) => {
      end(now);
      first ??= now;
      begun += 1;
      const at = open.findIndex((one) => one.command === command);
      const [known] = at === -1 ? [] : open.splice(at, 1);
      if (known) matched += 1;
      running = { command, since: now, expected: known?.seconds ?? null };
      return earlier.length === 0 ? `[${begun}]` : `[${begun}/${Math.max(earlier.length, begun + open.length)}]`;
    },
    end,
    told: (now) => {
      const spent = `${whole((now - (first ?? now)) / 1000)} so far`;
      if (matched * 2 <= begun) return spent;
      const ofThis = running?.expected == null ? 0 : Math.max(0, running.expected - (now - running.since) / 1000);
      const left = open.reduce((sum, { seconds }) => sum + seconds, ofThis);
      return `${spent}, about ${whole(left)} left`;
    },
    steps: () => ended,
  };
}

const whole = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
