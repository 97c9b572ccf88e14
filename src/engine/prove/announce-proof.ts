import type { NamedSearch } from '../toolchains/named-programs.ts';
import type { ProofRequest, Prover } from './prover.ts';

/**
 * What the provers would execute, behind the programs that it would be executed with: the repository may have chosen them.
 * @param at null for a dry run: where nothing is executed, no program is looked for
 */
export function announceProof(
  provers: readonly Prover[],
  named: Omit<NamedSearch, 'configured'> | null,
  request: Pick<ProofRequest, 'before' | 'rungs' | 'testCommand'>,
  paths: readonly string[],
): string[] {
  const lines = provers.flatMap((prover) => prover.announce(request, paths));
  if (named === null || lines.length === 0) return lines;
  const search = { ...named, configured: request.before.config.python.interpreter };
  return [...provers.flatMap(({ programs }) => programs(search)), ...lines];
}
