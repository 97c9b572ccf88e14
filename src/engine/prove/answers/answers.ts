/** Which of several machines this one is, from 1. */
export interface Part {
  readonly shard: number;
  readonly of: number;
}

/** What is proven, by its content: the same on all machines. */
export interface Subject {
  /** Every file of the state before. */
  readonly base: string;
  /** The same of the state after. */
  readonly change: string;
}

/**
 * What the programs of a proof have said: kept on a machine that runs a share of them, read where the shares are joined. The prover is one
 * and the same; what nobody was asked, it asks itself.
 */
export interface Answers {
  /** The share of this machine; null where the answers of all are read. */
  readonly part: Part | null;
  /** Whether what is not divided, and goes by this name, runs here. The names of a question are dealt out in the order in which they come up. */
  readonly runsHere: (program: string) => boolean;
  /** What each of the machines said, in their order; [] where none was asked. */
  readonly given: (key: string) => readonly (string | undefined)[];
  readonly keep: (key: string, text: string) => void;
  /** Says what is proven. Throws RefactorError `shards-differ` where the answers are about something else. */
  readonly about: (subject: Subject) => void;
}

/** The same for one question of a prover: keys of another one are others. */
export const answersFor = (answers: Answers, question: string): Answers => ({
  ...answers,
  runsHere: (program) => answers.runsHere(`${question} ${program}`),
  given: (key) => answers.given(withQuestion(question, key)),
  keep: (key, text) => answers.keep(withQuestion(question, key), text),
});

const withQuestion = (question: string, key: string): string => {
  const [kind, ...rest] = key.split(' ');
  return [kind, question, ...rest].join(' ');
};
