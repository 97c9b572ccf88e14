import type { Command } from 'commander';
import { EXIT, RefactorError } from '../../core/errors.ts';
import { listHistory, readReceipt } from '../../engine/apply/list-history.ts';
import { receiptJson } from '../../report/receipt/json.ts';
import { renderReceiptMarkdown } from '../../report/receipt/render-receipt-markdown.ts';
import type { Io } from '../io.ts';
import { formatOf, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { stateOf, warnUnfinished } from '../with-state.ts';

const FORMATS = ['json', 'markdown'] as const;

interface ReceiptOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly format?: (typeof FORMATS)[number];
}

export function addReceipt(program: Command, io: Io, run: Run): void {
  program
    .command('receipt')
    .argument('[id]', 'an id from `history` (default: the newest)')
    .description('print what an apply did, with its evidence, as JSON or as Markdown for a pull request')
    .option('--root <folder>', 'the workspace')
    .option('--json', 'print JSON (the default where the output is no terminal)')
    .option('--markdown', 'print Markdown (the default on a terminal)')
    .option('--format <format>', FORMATS.join(', '), oneOf(FORMATS))
    .addHelpText('after', '\nExample:\n  $ omni-refactor receipt --markdown | gh pr comment --body-file -')
    .action((id: string | undefined, options: ReceiptOptions) =>
      run(async () => {
        const format = formatOf(
          [options.format, options.json && 'json', options.markdown && 'markdown'],
          io.stdout.isTTY ? 'markdown' : 'json',
        );
        const state = await stateOf(io, options.root);
        await warnUnfinished(io, state);
        const wanted = id ?? (await listHistory(state))[0]?.id;
        if (wanted === undefined) throw NOTHING;
        const receipt = await readReceipt(state, wanted);
        io.stdout.write(format === 'markdown' ? renderReceiptMarkdown(receipt) : receiptJson(receipt));
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
