import type { Stage } from './prover.ts';

/** What is found out about the state before while the stage shows the state after, and goes on showing it. */
export async function inStateBefore<Answer>({ show }: Stage, ask: () => Promise<Answer>): Promise<Answer> {
  await show('before');
  const answer = await ask();
  await show('after');
  return answer;
}
