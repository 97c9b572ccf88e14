import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/core/apply-edits.ts';
import type { ChangeSet, Part } from '../../src/core/change-set.ts';
import { countLines } from '../../src/core/lines.ts';
import type { Copy } from './make-copy.ts';
import { type Ran, runCommand } from './run-command.ts';
import { errorIn, firstFailure, type Measured, outlined, read, refusalIn, summary } from './run-target.ts';
import type { Target } from './targets.ts';

/**
 * Splits one file on paper: S alone, nothing is written. `proven` says that S accepts the split, whatever the sizes, because most of these
 * files are one class or closure and their share of the file stands beside it.
 */
export function runDry({ file, limit, evidence: asked }: Target, copy: Copy, main: string): Measured {
  const omni = (...args: string[]): Ran => runCommand([process.execPath, main, ...args], copy.root, copy.env, 10);
  const text = readFileSync(join(copy.root, file), 'utf8');
  const started = performance.now();
  const rungs = asked.join(',');
  const ran = omni('split', file, '--limit', `${limit}`, '--evidence', rungs, '--dry-run', '--anyway', '--json');
  const seconds = Math.round((performance.now() - started) / 1000);
  const lines = countLines(text);
  const unwritten = { lines, seconds, tests: null, undone: null, sizes: null };
  const result = read(ran);
  if (result === null)
    return { ...unwritten, bound: null, verdict: 'error', why: errorIn(ran), evidence: [], tools: [] };
  const { outcome, plans, changeSets, evidence, refusals } = result;
  const units = outlined(omni('outline', file, '--json'));
  const sizes = outcome === 'proven' ? sizesOf(copy.root, changeSets) : [];
  const why = outcome === 'refused' ? refusalIn(refusals, text) : firstFailure(evidence.proofs, asked);
  return {
    ...unwritten,
    bound: plans[0]?.bound.lines ?? null,
    verdict: outcome,
    why: outcome === 'proven' || outcome === 'unchanged' ? '' : why,
    evidence: asked.map((rung) => summary(evidence.proofs, rung)),
    tools: evidence.tools,
    share: Math.max(...units.map((unit) => unit.lines)) / lines,
    ...(outcome === 'proven'
      ? { files: sizes.length, over: sizes.filter((size) => size > limit), largest: Math.max(...sizes) }
      : {}),
  };
}

/** Lines of each file that change sets edit or create, in scripts alone: a list that names a divided file is none of its parts. */
function sizesOf(root: string, changeSets: readonly ChangeSet[]): number[] {
  const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
  const partText = (part: Part): string =>
    'text' in part ? part.text : applyEdits(textOf(part.from.path), part.edits ?? [], part.from.start, part.from.end);
  const texts = changeSets.flatMap(({ edit, create }) => [
    ...edit.map(({ path, edits }) => ({ path, text: applyEdits(textOf(path), edits) })),
    ...create.map(({ path, parts }) => ({ path, text: parts.map(partText).join('') })),
  ]);
  return texts.filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path)).map(({ text }) => countLines(text));
}
