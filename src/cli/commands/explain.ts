import type { Command } from 'commander';
import { CHECKS } from '../../../analyzers/checks.ts';
import { ANALYZERS } from '../../../analyzers/index.ts';
import { EXIT, RefactorError } from '../../core/errors.ts';
import { HAZARDS } from '../../core/hazards/index.ts';
import { hazardPage } from '../../report/explain-id/hazard-page.ts';
import { rulePage } from '../../report/explain-id/rule-page.ts';
import { verdictTable } from '../../report/explain-id/verdict-table.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';

export function addExplain(program: Command, io: Io, run: Run): void {
  program
    .command('explain')
    .argument(
      '<id>',
      'a rule of `check` or a hazard of a split, such as lints-not-inherited or R25; `hazards` for the table of all',
    )
    .description('the page of a rule or hazard: what, why, and what to do')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExamples:\n  $ omni-refactor explain R25\n  $ omni-refactor explain readme-missing')
    .action((id: string, options: { readonly json?: boolean }) =>
      run(async () => {
        const { page, data } = pageOf(id);
        io.stdout.write(options.json ? jsonText({ schemaVersion: 1, kind: 'explanation', ...data }) : page);
        return EXIT.fine;
      }),
    );
}

/** Throws RefactorError `unknown-id`, with the ids that are nearest. */
function pageOf(id: string): { readonly page: string; readonly data: object } {
  if (id === 'hazards') return { page: verdictTable(HAZARDS), data: { id, hazards: HAZARDS } };
  const hazard = HAZARDS.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (hazard) return { page: hazardPage(hazard), data: { id: hazard.id, hazard } };
  const rules = [...ANALYZERS, ...CHECKS].flatMap((check) => check.rules.map((rule) => ({ check: check.id, rule })));
  const found = rules.find(({ rule }) => rule.id === id);
  if (found) return { page: rulePage(found.check, found.rule), data: { id, ...found } };
  const ids = [...rules.map(({ rule }) => rule.id), ...HAZARDS.map((one) => one.id)];
  const near = ids.filter(
    (one) => one.toLowerCase().includes(id.toLowerCase()) || id.toLowerCase().includes(one.toLowerCase()),
  );
  throw new RefactorError({
    code: 'unknown-id',
    what: `Nothing is called ${id}`,
    why: 'it is neither a rule of `check` nor a hazard of a split',
    whatToDo:
      near.length > 0
        ? `Perhaps: ${near.slice(0, 6).join(', ')}.`
        : `Rules: ${rules.map(({ rule }) => rule.id).join(', ')}.`,
  });
}
