import { leftOutByList } from '../../../analyzers/namings/ignore-lists.ts';
import { patternLine } from '../../../analyzers/namings/script-lines.ts';
import { sourceReaders } from '../../../analyzers/namings/source-readers.ts';
import { type Proof, weaken } from '../../core/evidence.ts';
import type { View } from '../../workspace/view.ts';

/**
 * Static proofs of files that something left, weakened where a program of the workspace reads their text: a test of the sources, a tool that
 * makes lists of them, a script. What such a program finds is another thing now, and no rung but T, where it runs as a test, sees it.
 */
export function withSourceReaders(proofs: readonly Proof[], before: View, after: View): Proof[] {
  const divided = new Set(
    proofs.filter((proof) => proof.rung === 'S' && hasLost(proof, before, after)).map(({ path }) => path),
  );
  if (divided.size === 0) return [...proofs];
  const readers = sourceReaders(before, [...divided]);
  const added = proofs.filter(({ path, rung }) => rung === 'S' && !before.file(path)).map(({ path }) => path);
  return proofs.map((proof) => {
    const found = readers.filter(({ reads }) => reads === proof.path);
    if (proof.rung !== 'S') return proof;
    if (found.length === 0) return divided.has(proof.path) ? withPattern(proof, before, added) : proof;
    const [{ by, line, does }] = found as [(typeof found)[0]];
    const more = found.length === 1 ? '' : ` (and ${found.length - 1} more)`;
    return weaken(proof, `${by}:${line} ${SAID[does]}${more}, and what it finds there is not compared (N2)`);
  });
}

/** A script takes files by a pattern, and would not take the new ones. */
function withPattern(proof: Proof, before: View, added: readonly string[]): Proof {
  const line = before.file(proof.path) ? patternLine(before, proof.path, added) : null;
  if (line === null) return withList(proof, before, added);
  return weaken(
    proof,
    `${line.path}:${line.line} takes the file by the pattern ${line.text}, and not all that is new (N2)`,
  );
}

/** A list of what is not sent along holds new ones. */
function withList(proof: Proof, before: View, added: readonly string[]): Proof {
  const list = before.file(proof.path) ? leftOutByList(before, proof.path, added) : null;
  return list === null ? proof : weaken(proof, `${list.path} leaves out ${list.file}, and not ${proof.path} (N2)`);
}

const SAID = {
  'names it': 'names the file and may read its text',
  'puts its path together': 'may read the text of the file',
  'lists its folder': 'reads the files of a folder that it lies in',
} as const;

/** Files that only get other imports keep nearly all of their lines; a facade loses what moved, whatever it gains. */
function hasLost({ path, verdict }: Proof, before: View, after: View): boolean {
  const [old, now] = [before.file(path), after.file(path)];
  if (verdict !== 'proven' || old?.state !== 'text') return false;
  if (now?.state !== 'text') return true;
  const kept = new Set(after.text(path).split('\n'));
  const lines = before.text(path).split('\n');
  return lines.filter((line) => !kept.has(line) && !IMPORT.test(line)).length > 0;
}

const IMPORT = /^\s*(?:(?:pub\s+)?(?:use|mod)\b|import\b|from\b|export\b.*\bfrom\b|}|$)/;
