import { describe, expect, it } from 'vitest';
import { RefactorError } from '../../../src/core/errors.ts';
import type { CommandRecord } from '../../../src/core/evidence.ts';
import { answersFor } from '../../../src/engine/prove/answers/answers.ts';
import { type Asking, askOnce, runsHere } from '../../../src/engine/prove/answers/ask.ts';
import { joinAnswers } from '../../../src/engine/prove/answers/joined-answers.ts';
import { recordAnswers, type Share } from '../../../src/engine/prove/answers/recorded-answers.ts';
import { askTests, type Suite } from '../../../src/engine/prove/tests/ask-tests.ts';
import type { TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';
import type { TestAttempt } from '../../../src/engine/prove/tests/test-attempt.ts';

const SUBJECT = { base: 'b', change: 'c' };
const command = (name: string): CommandRecord => ({ command: [name], cwd: '', exitCode: 0, seconds: 1, output: '' });
const QUESTION = '0000question';

/** What some machines hand over, each of which asks its own way. */
type Ask = (asking: Asking) => Promise<unknown>;

async function machines(...each: readonly Ask[]): Promise<Share[]> {
  const shares: Share[] = [];
  for (const [i, ask] of each.entries()) {
    const answers = recordAnswers({ shard: i + 1, of: each.length });
    answers.about(SUBJECT);
    const stage = { root: `/m${i}/tree`, scratch: `/m${i}/scratch`, answers: answersFor(answers, QUESTION) };
    await ask({ stage, commands: [] });
    shares.push(answers.share()!);
  }
  return shares;
}

async function joined(...each: readonly Ask[]): Promise<Asking> {
  const answers = answersFor(joinAnswers(await machines(...each)), QUESTION);
  return { stage: { root: '/here/tree', scratch: '/here/scratch', answers }, commands: [] };
}

const never = (): Promise<never> => Promise.reject(new Error('asked again'));
const ran = (...run: readonly (readonly [string, TestOutcome])[]): Promise<TestAttempt> =>
  Promise.resolve({ run: new Map(run) });
const suite = (time: Suite['time'], run: Suite['run']): Suite => ({ suite: '', time, run });

describe('an answer', () => {
  it('is heard with its sets, maps, commands and the folders of this machine, and not asked again', async () => {
    const said = { names: new Set(['a']), files: new Map([['f', ['/m0/tree/x', '/m0/scratch/y']]]) };
    const there = await joined((asking) =>
      askOnce(asking, 'any', ['it'], async () => {
        asking.commands.push(command('cargo'));
        return said;
      }),
    );
    const heard = await askOnce(there, 'any', ['it'], never);
    expect(heard).toEqual({ names: new Set(['a']), files: new Map([['f', ['/here/tree/x', '/here/scratch/y']]]) });
    expect(there.commands).toEqual([command('cargo')]);
  });

  it('that a program was stopped is one too', async () => {
    const stopped = new RefactorError({ code: 'program-stopped', what: 'w', why: 'y', whatToDo: 'd' });
    const there = await joined((asking) =>
      askOnce(asking, 'any', ['it'], () => Promise.reject(stopped)).catch(() => null),
    );
    await expect(askOnce(there, 'any', ['it'], never)).rejects.toMatchObject({ problem: stopped.problem });
  });

  it('to another question is none, and what nobody was asked is asked', async () => {
    const there = await joined((asking) => askOnce(asking, 'any', ['it'], async () => 1));
    expect(await askOnce(there, 'any', ['that'], async () => 2)).toBe(2);
    const other = { ...there, stage: { ...there.stage, answers: answersFor(there.stage.answers!, 'other') } };
    expect(await askOnce(other, 'any', ['it'], async () => 3)).toBe(3);
  });
});

describe('programs that are not divided', () => {
  it('run on one machine each, in turn, whatever another question has dealt out', async () => {
    const owners = new Map<string, number[]>();
    const ask = (shard: number) => async (asking: Asking) => {
      for (const name of ['a', 'b', 'c'])
        if (runsHere(asking.stage, name)) owners.set(name, [...(owners.get(name) ?? []), shard]);
    };
    await machines(ask(1), ask(2));
    expect([...owners.values()].map((list) => list.length)).toEqual([1, 1, 1]);
    expect(owners.get('a')).toEqual(owners.get('c'));
    expect(owners.get('a')).not.toEqual(owners.get('b'));
  });
});

describe('shares of tests', () => {
  const run = (...outcomes: readonly (readonly [string, TestOutcome])[]): Suite =>
    suite('before', () => ran(...outcomes));

  it('come to the whole, where a file that no share can load counts once', async () => {
    const broken = ['broken.py', 'failed'] as const;
    const there = await joined(
      (asking) => askTests(asking, run(['a', 'passed'], broken)),
      (asking) => askTests(asking, run(['b', 'skipped'], broken)),
    );
    const whole = await askTests(there, suite('before', never));
    expect(whole).toEqual({ run: new Map([['a', 'passed'], broken, ['b', 'skipped']]) });
  });

  it('of one name that end differently stay two', async () => {
    const there = await joined(
      (asking) => askTests(asking, run(['a', 'passed'])),
      (asking) => askTests(asking, run(['a', 'failed'])),
    );
    expect(await askTests(there, suite('before', never))).toEqual({
      run: new Map([
        ['a', 'passed'],
        ['a (2)', 'failed'],
      ]),
    });
  });

  it('that were run once more are joined with the first run of the others; one that is missing is no smaller whole', async () => {
    const there = await joined(
      (asking) => askTests(asking, run(['a', 'passed'])),
      async (asking) => {
        await askTests(asking, run(['b', 'passed']));
        await askTests(
          asking,
          suite('again', () => ran(['b', 'failed'])),
        );
        await askTests(
          asking,
          suite('after', () => ran(['b', 'failed'])),
        );
      },
    );
    expect(await askTests(there, suite('again', never))).toEqual({
      run: new Map([
        ['a', 'passed'],
        ['b', 'failed'],
      ]),
    });
    await expect(askTests(there, suite('after', never))).rejects.toThrow('shard 1 does not say how its share of');
  });
});
