import { RefactorError } from '../../../core/errors.ts';
import { comparedPart } from './answer-text.ts';
import type { Answers } from './answers.ts';
import { programsOf, questionOf, type Share } from './recorded-answers.ts';

/** The answers of all machines, in their order. Throws RefactorError `shards-differ` where they do not belong together. */
export function joinAnswers(shares: readonly Share[]): Answers {
  const [first] = shares;
  if (first === undefined) throw new TypeError('answers of no machine');
  for (const { subject, programs } of shares) {
    if (subject.base !== first.subject.base)
      throw differ('they are about different states of the workspace', AT_ONE_COMMIT);
    if (subject.change !== first.subject.change) throw differ('they are about different changes', AT_ONE_COMMIT);
    if (!shares.every((other) => isDealtAlike(programs, other.programs)))
      throw differ(
        'they have divided different programs',
        'Use the same toolchain and the same command on all machines.',
      );
  }
  const said = shares.map(({ answers }) => new Map(answers));
  for (const key of new Set(said.flatMap((answers) => [...answers.keys()]))) requireOne(key, said);
  return {
    part: null,
    runsHere: () => true,
    given: (key) => (said.some((answers) => answers.has(key)) ? said.map((answers) => answers.get(key)) : []),
    keep: () => {},
    about: ({ base, change }) => {
      if (base !== first.subject.base) throw differ('the workspace is not what they were made from', AT_ONE_COMMIT);
      if (change !== first.subject.change) throw differ('they are about another change than this one', AT_ONE_COMMIT);
    },
  };
}

/** Whether two machines have dealt programs out alike. One that stopped early has not come to the last of a question. */
function isDealtAlike(one: readonly string[], other: readonly string[]): boolean {
  const questions = new Set([...one, ...other].map(questionOf));
  return [...questions].every((question) => {
    const [mine, theirs] = [programsOf(one, question), programsOf(other, question)];
    return mine.every((program, i) => i >= theirs.length || theirs[i] === program);
  });
}

/** What every machine has asked has one answer, such as a compiler's version; what one of them has asked stands once. */
function requireOne(key: string, said: readonly ReadonlyMap<string, string>[]): void {
  const [kind] = key.split(' ');
  const texts = said.flatMap((answers) => answers.get(key) ?? []);
  if (kind === 'any' && texts.length > 1)
    throw differ(`${key} was asked by ${texts.length} of them`, 'Name each shard once.');
  if (kind !== 'same' || new Set(texts.map(comparedPart)).size <= 1) return;
  throw differ(
    `their machines are not the same: ${key.slice(key.indexOf('['))} differs`,
    'Use the same toolchain on all machines.',
  );
}

const AT_ONE_COMMIT = 'Make and join the shards at one commit, by one command.';

const differ = (why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'shards-differ', what: 'The shards cannot be joined', why, whatToDo });
