import type { Command } from 'commander';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import { foretellNames } from '../../engine/change/follow-names.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { LANGUAGES } from '../../engine/languages.ts';
import { layoutReason, planFile, withCoChange } from '../../engine/plan/plan-file.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import { renderPlan } from '../../report/plan/render-plan.ts';
import { writePlanJson } from '../../report/plan/write-plan-json.ts';
import { writePlanYaml } from '../../report/plan/write-plan-yaml.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { type Io, remark, wantsColor, widthOf } from '../io.ts';
import { namedExists, readNamed, writeNamed } from '../named-files.ts';
import { addCommonOptions, BREAK_CYCLES, type CommonOptions, oneOf, someLines } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

const LAYOUTS = LANGUAGES.flatMap(({ layouts }) => layouts);

interface PlanCommandOptions extends CommonOptions {
  readonly limit?: number;
  readonly layout?: string;
  readonly breakCycles?: boolean;
  readonly history?: boolean;
  readonly out?: string;
  readonly previous?: string;
}

export function addPlan(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('plan')
      .argument('<file>', 'the file to divide')
      .description('propose how to divide a file: parts with names, reasons and sizes; nothing but the plan is written')
      .option(
        '--limit <lines>',
        "most lines that a file should have (default: the budget's ceiling, else 500)",
        someLines,
      )
      .option(
        '--layout <layout>',
        'Python: package (a folder in place of the file) or sibling (files beside it); default: what the project allows',
        oneOf(LAYOUTS),
      )
      .option('--break-cycles', BREAK_CYCLES)
      .option('--history', 'record which units the same commits changed, as evidence beside the plan')
      .option(
        '-o, --out <file>',
        'write the plan as YAML that a person can edit; an existing plan there counts as the previous one',
      )
      .option(
        '--previous <file>',
        'a plan for an earlier state of the file: its placements and names are kept unless a file would exceed the limit',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor plan src/parser.rs\n  $ omni-refactor plan src/parser.rs -o plan.yaml && omni-refactor split src/parser.rs --plan plan.yaml',
      ),
  ).action((file: string, options: PlanCommandOptions) => run(() => proposePlan(io, file, options)));
}

const proposePlan = (io: Io, file: string, options: PlanCommandOptions): Promise<ExitCode> =>
  withView(io, options, { facts: [], history: options.history ? { lines: true } : false }, (view, root) => {
    const path = workspacePath(root, io.cwd, file);
    const previous = previousPlan(io, path, options);
    const planned = planFile(view, { path, ...given(options), ...(previous === null ? {} : { previous }) });
    const plan = options.history ? withHistory(io, view, planned) : planned;
    if (options.out) writeNamed(io, options.out, writePlanYaml(plan));
    const notes = foretellNames(view, plan);
    const show = {
      notes,
      notWorth: plan.notWorth,
      width: widthOf(io, io.stdout),
      color: wantsColor(io, io.stdout),
      lines: countLines(view.text(path)),
      layoutWhy: layoutReason(view, plan),
    };
    io.stdout.write(options.json ? writePlanJson(plan, notes) : renderPlan(plan, show));
    return EXIT.fine;
  });

function withHistory(io: Io, view: View, plan: Plan): Plan {
  const recorded = withCoChange(view, plan);
  if (typeof recorded !== 'string') return recorded;
  remark(io, `note: history takes no part: ${sanitize(recorded)}\n`);
  return plan;
}

/** The plan that is named, or the one that is about to be written over, if it is for the same file. */
function previousPlan(io: Io, path: string, { previous, out }: PlanCommandOptions): Plan | null {
  if (previous === undefined && (out === undefined || !namedExists(io, out))) return null;
  const file = previous ?? out!;
  const { plan } = readPlan(readNamed(io, file), file);
  if (plan.base[0]!.path === path) return plan;
  if (previous === undefined) return null;
  throw new RefactorError({
    code: 'plan-for-other-file',
    what: `${previous} is not an earlier plan for ${path}`,
    why: `it was made for ${plan.base[0]!.path}`,
    whatToDo: 'Name a plan for this file, or run without --previous.',
  });
}

/** Only what was said: an option that is absent has a default of its own. */
const given = ({ limit, layout, breakCycles }: PlanCommandOptions) => ({
  ...(breakCycles === undefined ? {} : { breakCycles }),
  ...(limit === undefined ? {} : { limit }),
  ...(layout === undefined ? {} : { layout }),
});
