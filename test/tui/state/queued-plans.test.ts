import { expect, test } from 'vitest';
import { hear, hotspot, OPENED, opened, play, press } from '../helpers/sample-state.ts';

const plansAsked = (effects: readonly { readonly type: string; readonly request?: { readonly type: string } }[]) =>
  effects.flatMap((effect) => (effect.request?.type === 'plan' ? [effect.request] : []));

test('a plan that is asked for while the scan runs is made once it has ended, and asked for once', () => {
  const scanning = hear(play(), { type: 'rows', rows: [hotspot('src/press.rs', 1)] });
  const waiting = press(scanning, 'p', '1', 'p');
  expect(waiting.state.message).toBe(null);
  expect(plansAsked(waiting.effects)).toEqual([]);
  const { effects } = hear(waiting, { type: 'opened', opened: OPENED });
  expect(plansAsked(effects)).toEqual([{ type: 'plan', path: 'src/press.rs', limit: null }]);
});

test('the same while the workspace is read again', () => {
  const again = press(opened(), 'R', 'p');
  expect(plansAsked(again.effects)).toEqual([]);
  expect(plansAsked(hear(again, { type: 'opened', opened: OPENED }).effects)).toHaveLength(1);
});

test('what waits is dropped where the scan fails', () => {
  const problem = { code: 'config-invalid' as const, what: 'a', why: 'b', whatToDo: 'c' };
  const scanning = hear(play(), { type: 'rows', rows: [hotspot('src/press.rs', 1)] });
  const { state } = hear(press(scanning, 'p'), { type: 'failed', request: { type: 'open' }, problem });
  expect([state.planning.size, state.queued]).toEqual([0, []]);
});
