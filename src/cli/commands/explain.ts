import type { Command } from 'commander';
import type { z } from 'zod';
import { CHECKS } from '../../../analyzers/checks.ts';
import { ANALYZERS } from '../../../analyzers/index.ts';
import { ERROR_CODES } from '../../core/error-codes.ts';
import { EXIT, RefactorError } from '../../core/errors.ts';
import { HAZARDS } from '../../core/hazards/index.ts';
import { clausesOf } from '../../engine/mcp/probe/clauses.ts';
import { PROBE_RULES, type ProbeRule } from '../../engine/mcp/probe/rules.ts';
import { configKeys, configPage } from '../../report/explain-id/config-page.ts';
import { errorPage, errorTable, isErrorCode } from '../../report/explain-id/error-page.ts';
import { hazardPage } from '../../report/explain-id/hazard-page.ts';
import { probeRulePage, rulePage } from '../../report/explain-id/rule-page.ts';
import type { explainIdSchema } from '../../report/explain-id/schema.ts';
import { verdictTable } from '../../report/explain-id/verdict-table.ts';
import { wrapPage } from '../../report/explain-id/wrap-page.ts';
import { reportJson } from '../../report/report-json.ts';
import { type Io, widthOf } from '../io.ts';
import type { Run } from '../run.ts';

export function addExplain(program: Command, io: Io, run: Run): void {
  program
    .command('explain')
    .argument(
      '<id>',
      'a rule of `check` or `mcp probe`, a hazard of a split or an error code, such as lints-not-inherited, R25 or plan-is-stale; `hazards`, `errors` or `config` for the table of all',
    )
    .description('print the page of a rule, hazard or error code: what, why, and what to do')
    .option('--json', 'print the page as JSON')
    .addHelpText('after', '\nExamples:\n  $ omni-refactor explain R25\n  $ omni-refactor explain readme-missing')
    .action((id: string, options: { readonly json?: boolean }) =>
      run(async () => {
        const { page, data } = pageOf(id);
        // Not where a program reads it: the page is Markdown.
        const shown = () => (io.stdout.isTTY ? wrapPage(page, widthOf(io, io.stdout)) : page);
        io.stdout.write(options.json ? reportJson({ schemaVersion: 1, kind: 'explanation', ...data }) : shown());
        return EXIT.fine;
      }),
    );
}

interface Explained {
  readonly page: string;
  readonly data: Omit<z.input<typeof explainIdSchema>, 'schemaVersion' | 'kind'>;
}

const PROBED = Object.values(PROBE_RULES);

const allRules = () =>
  [...ANALYZERS, ...CHECKS].flatMap((check) => check.rules.map((rule) => ({ check: check.id, rule })));

/** Every id that has a page: rules, hazards, error codes. */
export const explainedIds = (): string[] => [
  ...[...allRules().map(({ rule }) => rule), ...PROBED].map((rule) => rule.id),
  ...HAZARDS.map((one) => one.id),
  ...Object.keys(ERROR_CODES),
];

/** Throws RefactorError `unknown-id`, with the ids that are nearest. */
function pageOf(id: string): Explained {
  if (id === 'hazards') return { page: verdictTable(HAZARDS), data: { id, hazards: [...HAZARDS] } };
  if (id === 'errors') return { page: errorTable(), data: { id, errors: ERROR_CODES } };
  if (id === 'config') return { page: configPage(), data: { id, keys: configKeys() } };
  const hazard = HAZARDS.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (hazard) return { page: hazardPage(hazard), data: { id: hazard.id, hazard } };
  const rules = allRules();
  const found = rules.find(({ rule }) => rule.id === id);
  if (found) return { page: rulePage(found.check, found.rule), data: { id, ...found } };
  const probed: ProbeRule | undefined = PROBED.find((rule) => rule.id === id);
  if (probed) {
    const { clauses, ...rule } = probed;
    return { page: probeRulePage(rule, clausesOf(clauses)), data: { id, check: 'mcp probe', rule } };
  }
  if (isErrorCode(id)) return { page: errorPage(id), data: { id, error: ERROR_CODES[id] } };
  const near = explainedIds().filter(
    (one) => one.toLowerCase().includes(id.toLowerCase()) || id.toLowerCase().includes(one.toLowerCase()),
  );
  throw new RefactorError({
    code: 'unknown-id',
    what: `Unknown id: ${id}`,
    why: 'it is neither a rule of `check` or `mcp probe`, nor a hazard of a split, nor an error code',
    whatToDo:
      near.length > 0
        ? `Perhaps: ${near.slice(0, 6).join(', ')}.`
        : `Rules: ${rules.map(({ rule }) => rule.id).join(', ')}.`,
  });
}
