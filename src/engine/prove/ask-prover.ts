import { type Evidence, NO_EVIDENCE } from '../../core/evidence.ts';
import { hashOf } from '../../core/hash.ts';
import type { View } from '../../workspace/view.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { answersFor } from './answers/answers.ts';
import { askOnce, runsHere } from './answers/ask.ts';
import type { ProofRequest, Prover } from './prover.ts';

/**
 * Asks a prover. Where programs are shared among machines, rungs that it does not divide run on one of them, with all that they say.
 */
export async function askProver(prover: Prover, request: ProofRequest): Promise<Evidence> {
  const asked = withQuestion(prover, request);
  const { stage, rungs, testCommand } = asked;
  const divides = rungs.every((rung) => prover.divides.includes(rung) && !(rung === 'T' && testCommand));
  if (stage?.answers === undefined || divides) return prover.prove(asked);
  if (!runsHere(stage, `${prover.language}: ${rungs.join(',')}`)) return NO_EVIDENCE;
  // Within it nothing is divided.
  const { answers: _, ...alone } = stage;
  return askOnce({ stage, commands: [] }, 'any', ['evidence'], () => prover.prove({ ...asked, stage: alone }));
}

/** The request with answers to it alone. */
function withQuestion(prover: Prover, request: ProofRequest): ProofRequest {
  const answers = request.stage?.answers;
  if (!request.stage || answers === undefined) return request;
  return { ...request, stage: { ...request.stage, answers: answersFor(answers, questionOf(prover, request)) } };
}

/** The change, and what of it is asked: answers to one question are none to another. */
const questionOf = ({ language }: Prover, { before, after, rungs, testCommand, isJoin }: ProofRequest): string => {
  const changes = changesBetween(before, after).map(({ path }) => [
    path,
    contentOf(before, path),
    contentOf(after, path),
  ]);
  return hashOf(JSON.stringify([language, rungs, testCommand, isJoin === true, changes])).slice(0, 16);
};

const contentOf = (view: View, path: string): string | null => {
  const file = view.file(path);
  return file === undefined ? null : file.state === 'text' ? hashOf(view.textOnce(path)) : file.key;
};
