import { isRefactorError, RefactorError } from '../../../core/errors.ts';
import type { CommandRecord } from '../../../core/evidence.ts';
import type { Stage } from '../prover.ts';
import { STOPPED } from '../run-limited.ts';
import { type Answer, answerOf, textOf } from './answer-text.ts';
import type { Answers, Part } from './answers.ts';

/** Who asks: the stage that programs run in, and where their commands are recorded. */
export interface Asking {
  readonly stage: Pick<Stage, 'root' | 'scratch' | 'answers'>;
  readonly commands: CommandRecord[];
}

/**
 * `same`: every machine asks it, and all must hear the same, as of a compiler's version; `each`: they may hear different things, such as where
 * a program lies. `any`: one of them asks it. `part`: each asks it of its share.
 */
type Kind = 'same' | 'each' | 'any' | 'part';

const keyOf = (kind: Kind, words: readonly unknown[]): string => `${kind} ${JSON.stringify(words)}`;

/** Whether what is not divided, and goes by this name, runs on this machine. */
export const runsHere = ({ answers }: Pick<Stage, 'answers'>, program: string): boolean =>
  answers?.runsHere(program) ?? true;

/** The share of this machine, of what can be divided; null: all of it. */
export const partOf = ({ answers }: Pick<Stage, 'answers'>): Part | null => answers?.part ?? null;

/** Whether a machine has said this already. */
export const isKnown = ({ answers }: Pick<Stage, 'answers'>, words: readonly unknown[]): boolean =>
  answers?.given(keyOf('any', words)).some((text) => text !== undefined) ?? false;

/**
 * What programs say, asked as a whole: heard from another machine where one has asked it.
 * @param words all that the answer depends on beside the change
 */
export async function askOnce<Value>(
  asking: Asking,
  kind: Exclude<Kind, 'part'>,
  words: readonly unknown[],
  run: () => Promise<Value>,
): Promise<Value> {
  const { answers } = asking.stage;
  if (answers === undefined) return run();
  const key = keyOf(kind, words);
  const known = answers.given(key).find((text) => text !== undefined);
  return known === undefined ? runAndKeep(asking, answers, key, run) : take<Value>(asking, known);
}

export interface Divided<Value> {
  /** Runs a share; null: all of it. */
  readonly run: (part: Part | null) => Promise<Value>;
  /** What the shares come to. */
  readonly join: (values: readonly Value[]) => Value;
  /** What stands for a machine that did not ask this: its answer to another question. */
  readonly otherwise?: readonly unknown[];
}

/** The same for what each machine asks of its share. Throws RefactorError `shards-differ` where one of them has not. */
export async function askParts<Value>(
  asking: Asking,
  words: readonly unknown[],
  { run, join, otherwise }: Divided<Value>,
): Promise<Value> {
  const { answers } = asking.stage;
  if (answers === undefined) return run(null);
  const key = keyOf('part', words);
  const given = answers.given(key);
  if (!given.some((text) => text !== undefined)) return runAndKeep(asking, answers, key, () => run(answers.part));
  const instead = otherwise === undefined ? [] : answers.given(keyOf('part', otherwise));
  const silent: Asking = { ...asking, commands: [] };
  const values = given.map((text, i) => {
    if (text !== undefined) return take<Value>(asking, text);
    const other = instead[i];
    if (other === undefined) throw notAsked(words, i + 1);
    return take<Value>(silent, other);
  });
  return join(values);
}

async function runAndKeep<Value>(
  { stage, commands }: Asking,
  answers: Answers,
  key: string,
  run: () => Promise<Value>,
): Promise<Value> {
  const from = commands.length;
  const keep = (
    said: { readonly value: Value } | Pick<Extract<Answer<Value>, { problem: unknown }>, 'problem'>,
  ): void => answers.keep(key, textOf({ ...said, commands: commands.slice(from) }, stage));
  try {
    const value = await run();
    keep({ value });
    return value;
  } catch (error) {
    // A program that was stopped shows nothing, and that is an answer: it would be stopped wherever it runs.
    if (isRefactorError(error) && error.problem.code === STOPPED) keep({ problem: error.problem });
    throw error;
  }
}

function take<Value>({ stage, commands }: Asking, text: string): Value {
  const answer = answerOf<Value>(text, stage);
  commands.push(...answer.commands);
  if ('problem' in answer) throw new RefactorError(answer.problem);
  return answer.value;
}

const notAsked = (words: readonly unknown[], shard: number): RefactorError =>
  new RefactorError({
    code: 'shards-differ',
    what: 'The shards cannot be joined',
    why: `shard ${shard} does not say how its share of ${JSON.stringify(words)} ended`,
    whatToDo: 'Run all shards again.',
  });
