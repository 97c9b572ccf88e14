import type { ProofRequest, Prover } from './prover.ts';

/** What the provers would execute, behind the programs that it would be executed with: the repository may have chosen them. */
export function announceProof(
  provers: readonly Prover[],
  root: string | null,
  request: Pick<ProofRequest, 'before' | 'rungs' | 'testCommand'>,
  paths: readonly string[],
): string[] {
  const lines = provers.flatMap((prover) => prover.announce(request, paths));
  if (root === null || lines.length === 0) return lines;
  const search = { root, configured: request.before.config.python.interpreter, env: process.env };
  return [...provers.flatMap(({ programs }) => programs(search)), ...lines];
}
