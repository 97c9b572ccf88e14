import type { Answers, Part, Subject } from './answers.ts';

/** What a machine hands over of its share. */
export interface Share {
  readonly subject: Subject;
  /** All that is not divided, behind the question that it belongs to, in the order in which it is dealt out. */
  readonly programs: readonly string[];
  readonly answers: readonly (readonly [key: string, text: string])[];
}

/** A program goes by its question first. */
export const questionOf = (program: string): string => program.slice(0, program.indexOf(' '));

/** Those of a question, in their order. */
export const programsOf = (programs: readonly string[], question: string): string[] =>
  programs.filter((program) => questionOf(program) === question);

export interface RecordedAnswers extends Answers {
  /** What there is to hand over; null where nothing is proven. */
  readonly share: () => Share | null;
}

/** Answers of a machine that runs a share of the programs. */
export function recordAnswers(part: Part): RecordedAnswers {
  const programs: string[] = [];
  const kept = new Map<string, string>();
  let subject: Subject | null = null;
  return {
    part,
    runsHere: (program) => {
      if (!programs.includes(program)) programs.push(program);
      // Each question begins with another machine, so that none gets the first of all.
      const place = programsOf(programs, questionOf(program)).indexOf(program);
      return (place + Number.parseInt(questionOf(program).slice(0, 4), 16)) % part.of === part.shard - 1;
    },
    given: () => [],
    keep: (key, text) => kept.set(key, text),
    about: (found) => {
      subject = found;
    },
    share: () => subject && { subject, programs, answers: [...kept] },
  };
}
