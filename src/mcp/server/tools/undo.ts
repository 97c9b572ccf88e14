import { RefactorError } from '../../../core/errors.ts';
import type { Outcome } from '../messages.ts';
import { defineTool, WRITES } from '../tool.ts';
import { RECEIPT } from './receipt.ts';

interface Entry {
  readonly id: string;
  readonly undoable: boolean;
}

export const undoTool = defineTool({
  name: 'undo',
  title: 'Undo the last apply',
  description:
    'Undoes the last apply, byte for byte. Takes the id of its receipt, so that nobody undoes what somebody else has applied since.',
  report: 'undo',
  annotations: WRITES,
  input: { receipt: RECEIPT },
  work: async ({ receipt }, { run }) => {
    const history = await run(['history'], { most: true });
    if ('problem' in history) return history;
    requireLast(history, receipt);
    return run(['undo'], { writes: true });
  },
});

/** Throws RefactorError `undo-other`. */
function requireLast(history: Extract<Outcome, { readonly report: unknown }>, receipt: string): void {
  const last = (history.report.entries as readonly Entry[]).find(({ undoable }) => undoable);
  if (last?.id === receipt) return;
  if (last === undefined && history.page.nextCursor === null) return;
  if (last === undefined)
    throw new RefactorError({
      code: 'undo-other',
      what: `${receipt} is not among the last applies`,
      why: 'none of the newest entries of the history can be undone',
      whatToDo: 'Undo it on the command line: omni-refactor history, then omni-refactor undo.',
    });
  throw new RefactorError({
    code: 'undo-other',
    what: `${receipt} is not the last apply`,
    why: `${last.id} is, and applies are undone from the last one backwards`,
    whatToDo: `Look at ${last.id} with \`receipt\` first.`,
  });
}
