import { type ChangeSet, changedPaths } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { type Run, withChangeSets } from '../change/run.ts';
import { subjectOf } from './answers/subject-of.ts';

type Take = (run: Run, mode: 'try') => Promise<Run>;

/**
 * The run with the change that several machines prove together. A codemod refines by what all builds report, of which a machine that runs a
 * share knows some: each takes S and B as a whole first, until nothing is left to refine. Where the shares are joined, the change is heard.
 * Throws RefactorError `shards-differ` where they are of another change.
 */
export async function settleRun(run: Run, take: Take): Promise<Run> {
  const { answers, ...alone } = run.request;
  if (answers === undefined) return run;
  const key = `same settled ${hashOf(JSON.stringify(run.changeSets)).slice(0, 16)}`;
  const settled =
    answers.part === null
      ? heard(answers.given(key), run)
      : (await take({ ...run, request: { ...alone, asked: run.request.asked.filter(isRefining) } }, 'try')).changeSets;
  answers.keep(key, JSON.stringify({ value: settled }));
  const whole = withChangeSets(run, settled);
  answers.about(subjectOf(run.request.view, whole.after));
  return whole;
}

const isRefining = (rung: string): boolean => rung === 'S' || rung === 'B';

function heard(texts: readonly (string | undefined)[], { changeSets }: Run): readonly ChangeSet[] {
  const text = texts.find((one) => one !== undefined);
  if (text !== undefined) return (JSON.parse(text) as { readonly value: readonly ChangeSet[] }).value;
  throw new RefactorError({
    code: 'shards-differ',
    what: 'The shards cannot be joined',
    why: `they are not about this change of ${changeSets.flatMap(changedPaths)[0] ?? 'the workspace'}`,
    whatToDo: 'Make and join the shards at one commit, by one command.',
  });
}
