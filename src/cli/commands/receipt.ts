import type { Command } from 'commander';
import { EXIT, RefactorError } from '../../core/errors.ts';
import { listHistory, readReceipt } from '../../engine/apply/list-history.ts';
import { receiptJson } from '../../report/receipt/json.ts';
import { renderReceiptMarkdown } from '../../report/receipt/render-receipt-markdown.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { stateOf, warnUnfinished } from '../with-state.ts';

export function addReceipt(program: Command, io: Io, run: Run): void {
  program
    .command('receipt')
    .argument('[id]', 'an id from `history` (default: the newest)')
    .description('print what an apply did, with its evidence, as JSON or as Markdown for a pull request')
    .option('--root <folder>', 'the workspace')
    .option('--json', 'print JSON (the default)')
    .option('--markdown', 'print Markdown')
    .addHelpText('after', '\nExample:\n  $ omni-refactor receipt --markdown | gh pr comment --body-file -')
    .action((id: string | undefined, options: { root?: string; markdown?: boolean }) =>
      run(async () => {
        const state = await stateOf(io, options.root);
        await warnUnfinished(io, state);
        const wanted = id ?? (await listHistory(state))[0]?.id;
        if (wanted === undefined) throw NOTHING;
        const receipt = await readReceipt(state, wanted);
        io.stdout.write(options.markdown ? renderReceiptMarkdown(receipt) : receiptJson(receipt));
        return EXIT.fine;
      }),
    );
}

const NOTHING = new RefactorError({
  code: 'no-receipt',
  what: 'There is no receipt',
  why: 'nothing has been applied in this workspace yet',
  whatToDo: 'Run `omni-refactor split FILE` first.',
});
