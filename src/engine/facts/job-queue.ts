import { FACTS } from '../../../analyzers/facts.ts';
import type { Fact } from '../../languages/fact.ts';
import type { Grammar } from '../../languages/language.ts';
import { factsOfText, type TextFacts } from './facts-of-text.ts';

/** One content whose facts are wanted. */
export interface FileJob {
  readonly path: string;
  readonly key: string;
  readonly grammar: Grammar;
  readonly bytes: Buffer;
  readonly facts: readonly Fact[];
}

export type OnFacts = (job: FileJob, facts: TextFacts) => void;

/** Jobs that several threads share. */
export interface JobQueue {
  /** The next job that a thread can do; those with facts that threads cannot compute are done here. */
  readonly take: () => FileJob | null;
  readonly isEmpty: () => boolean;
}

export const readHere = (job: FileJob, onFacts: OnFacts): void =>
  onFacts(job, factsOfText(job.bytes.toString('utf8'), job.grammar, job.facts));

export function openQueue(jobs: Iterator<FileJob>, onFacts: OnFacts): JobQueue {
  let isEmpty = false;
  return {
    isEmpty: () => isEmpty,
    take: () => {
      while (!isEmpty) {
        const next = jobs.next();
        if (next.done) isEmpty = true;
        else if (next.value.facts.every(isRegistered)) return next.value;
        else readHere(next.value, onFacts);
      }
      return null;
    },
  };
}

const isRegistered = (fact: Fact): boolean =>
  FACTS.some((known) => known.id === fact.id && known.version === fact.version);
