import type { View } from '../../workspace/view.ts';
import { placePython } from '../toolchains/find-python.ts';
import { namedPrograms } from '../toolchains/named-programs.ts';
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
  return [...provers.flatMap(({ language }) => interpretersOf(language, root, request.before)), ...lines];
}

function interpretersOf(language: Prover['language'], root: string, view: View): string[] {
  const search = { root, configured: view.config.python.interpreter, env: process.env };
  if (language === 'python') {
    const { command, why } = placePython(search);
    if (command) return [`python is ${command.join(' ')} (${why})`];
    return why === 'poetry' ? ['python is what `poetry env info --path` names'] : [];
  }
  const own = namedPrograms(search).filter(({ name }) => (language === 'rust') === RUST.has(name) && name !== 'python');
  return own.map(({ name, path, by }) => `${name} is ${path} (${by})`);
}

const RUST = new Set(['cargo', 'clippy', 'nextest']);
