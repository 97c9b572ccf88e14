import type { CodemodResult } from '../../codemods/define-codemod.ts';
import { type ChangeSet, isEmptyChangeSet } from '../core/change-set.ts';
import { EXIT, type ExitCode } from '../core/errors.ts';
import { lineAt, lineStartsOf } from '../core/lines.ts';
import type { Receipt } from '../core/receipt.ts';
import type { Refusal } from '../core/refusal.ts';
import { applyChangeSets } from '../engine/apply/apply-change-sets.ts';
import type { Lock } from '../engine/state/with-lock.ts';
import { changeJson } from '../report/change/json.ts';
import { sanitize } from '../report/sanitize.ts';
import type { View } from '../workspace/view.ts';
import type { Io } from './io.ts';
import { readVersion } from './read-version.ts';

/** Writes what a codemod that is no split has made: nothing is proven by it, so the receipt says that nothing was asked. */
export async function runChange(
  io: Io,
  view: View,
  lock: Lock,
  { codemod, result, json }: { readonly codemod: string; readonly result: CodemodResult; readonly json: boolean },
): Promise<ExitCode> {
  if (result.status === 'refused') return tellRefusals(io, view, result.refusals);
  const { changeSet } = result;
  const written = isEmptyChangeSet(changeSet) ? null : await writeChange(io, lock, codemod, changeSet);
  const paths = written?.files.map(({ path }) => path) ?? [];
  if (json) io.stdout.write(changeJson(written?.id ?? null, paths));
  else
    io.stdout.write(
      written
        ? `Updated ${paths.map(sanitize).join(', ')} (${written.id}). Undo with: omni-refactor undo\n`
        : 'Nothing to do.\n',
    );
  return EXIT.fine;
}

/** Writes a change set that nothing has to prove: one journal, one undo. */
export const writeChange = (io: Io, lock: Lock, codemod: string, changeSet: ChangeSet): Promise<Receipt | null> =>
  applyChangeSets({
    lock,
    changeSets: [changeSet],
    receipt: {
      tool: `omni-refactor ${readVersion()}`,
      appliedAt: io.now(),
      command: ['omni-refactor', ...io.argv],
      codemods: [codemod],
      outcome: 'not-asked',
      asked: [],
      evidence: { proofs: [], commands: [], diagnostics: [], tools: [] },
      plans: [],
      stage: null,
      inPlace: false,
    },
    onProgress: () => {},
    signal: io.signal,
  });

/** Each hazard with its line; nothing was written. */
export function tellRefusals(io: Io, view: View, refusals: readonly Refusal[]): ExitCode {
  for (const { hazard, path, start, why, whatToDo } of refusals) {
    const line = lineAt(lineStartsOf(view.text(path)), start);
    io.stderr.write(
      `refused: ${hazard} ${sanitize(path)}:${line}\n  why: ${sanitize(why)}\n  do:  ${sanitize(whatToDo)}\n`,
    );
  }
  return EXIT.refused;
}
