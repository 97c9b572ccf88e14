import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLifecycle } from '../../../src/engine/mcp/transport/lifecycle.ts';
import { EVENTS, nextState, STATES, TRANSITIONS } from '../../../src/engine/mcp/transport/states.ts';

const CLOSING = ['close', 'overdue', 'overdue', 'overdue', 'gone', 'swept'] as const;

test('each event leads from each state to at most one', () => {
  const keys = TRANSITIONS.map(({ from, on }) => `${from} ${on}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every state but the first is entered, every state but the last is left, and every event means something', () => {
  expect(new Set(TRANSITIONS.map(({ to }) => to))).toEqual(new Set(STATES.filter((state) => state !== 'starting')));
  expect(new Set(TRANSITIONS.map(({ from }) => from))).toEqual(new Set(STATES.filter((state) => state !== 'closed')));
  expect(new Set(TRANSITIONS.map(({ on }) => on))).toEqual(new Set(EVENTS));
});

test('any sequence of events leads only along the table, and closing ends it from wherever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
      let now = 0;
      const lifecycle = createLifecycle(() => now++);
      for (const event of [...events, ...CLOSING]) {
        const [before, count] = [lifecycle.state(), lifecycle.steps().length];
        const isTaken = lifecycle.send(event);
        expect(isTaken).toBe(nextState(before, event) !== null);
        expect(lifecycle.steps().length).toBe(count + (isTaken ? 1 : 0));
        if (!isTaken) expect(lifecycle.state()).toBe(before);
      }
      expect(lifecycle.state()).toBe('closed');
      const steps = lifecycle.steps();
      for (const [i, step] of steps.entries()) {
        expect(TRANSITIONS).toContainEqual({ from: step.from, on: step.on, to: step.to });
        expect(step.from).toBe(i === 0 ? 'starting' : steps[i - 1]!.to);
        expect(step.ms).toBeGreaterThanOrEqual(steps[i - 1]?.ms ?? 0);
      }
      // Nothing leaves the end, whatever comes late.
      for (const event of EVENTS) expect(lifecycle.send(event)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
