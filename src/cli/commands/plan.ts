import { type Command, InvalidArgumentError } from 'commander';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import { foretellNames } from '../../engine/change/follow-names.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { LANGUAGES } from '../../engine/languages.ts';
import { type PartsRange, planAlternatives, planInto } from '../../engine/plan/plan-alternatives.ts';
import { layoutReason, planFile, withCoChange } from '../../engine/plan/plan-file.ts';
import { planLinks } from '../../engine/plan/plan-links.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import { renderPlan } from '../../report/plan/render-plan.ts';
import { writePlanJson } from '../../report/plan/write-plan-json.ts';
import { writePlanYaml } from '../../report/plan/write-plan-yaml.ts';
import { alternativeOf } from '../../report/plan-alternatives/alternative.ts';
import { renderAlternatives } from '../../report/plan-alternatives/render.ts';
import { reportJson } from '../../report/report-json.ts';
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
  readonly groups?: PartsRange;
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
      .option('--groups <n>', 'how many parts to make, or a range such as 3..7 to compare them', partsRange)
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
        '\nExamples:\n  $ omni-refactor plan src/parser.rs\n  $ omni-refactor plan src/parser.rs -o plan.yaml && omni-refactor split src/parser.rs --plan plan.yaml\n  $ omni-refactor plan src/parser.rs --groups 3..6',
      ),
  ).action((file: string, options: PlanCommandOptions) => run(() => proposePlan(io, file, options)));
}

const proposePlan = (io: Io, file: string, options: PlanCommandOptions): Promise<ExitCode> =>
  withView(io, options, { facts: [], history: options.history ? { lines: true } : false }, (view, root) => {
    const path = workspacePath(root, io.cwd, file);
    const { groups } = options;
    if (groups && groups.from < groups.to) return compareParts(io, view, path, groups, options);
    const plan = planFor(io, view, path, options);
    if (options.out) writeNamed(io, options.out, writePlanYaml(plan));
    const notes = foretellNames(view, plan);
    const show = {
      notes,
      notWorth: plan.notWorth,
      width: widthOf(io, io.stdout),
      color: wantsColor(io, io.stdout),
      lines: countLines(view.text(path)),
      layoutWhy: layoutReason(view, plan),
      links: planLinks(view, plan).cut,
    };
    io.stdout.write(options.json ? writePlanJson(plan, notes) : renderPlan(plan, show));
    return EXIT.fine;
  });

function planFor(io: Io, view: View, path: string, options: PlanCommandOptions): Plan {
  const request = { path, ...given(options) };
  const { groups, history } = options;
  if (groups && options.previous !== undefined)
    throw new RefactorError({
      code: 'usage',
      what: '--previous cannot be given with --groups',
      why: 'an earlier plan says how many parts there are',
      whatToDo: 'Give one of them.',
    });
  const previous = groups ? null : previousPlan(io, path, options);
  const plan = groups
    ? planInto(view, groups.from, request)
    : planFile(view, { ...request, ...(previous === null ? {} : { previous }) });
  return history ? withHistory(io, view, plan) : plan;
}

function compareParts(io: Io, view: View, path: string, range: PartsRange, options: PlanCommandOptions): ExitCode {
  const { json, out, history, previous } = options;
  const beside = [out && '-o', history && '--history', previous && '--previous'].find(Boolean);
  if (beside)
    throw new RefactorError({
      code: 'usage',
      what: `${beside} cannot be given with a range of --groups`,
      why: 'a range compares several plans, and none of them is the plan',
      whatToDo: 'Compare first, then name one number.',
    });
  const plans = planAlternatives(view, range, { path, ...given(options) });
  const alternatives = plans.map((plan) => alternativeOf(plan, planLinks(view, plan)));
  const shown = { width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) };
  const command = `omni-refactor plan ${path} --groups N -o plan.yaml`;
  io.stdout.write(
    json
      ? reportJson({ schemaVersion: 1, kind: 'plan-alternatives', path, alternatives })
      : renderAlternatives(path, alternatives, { ...shown, command }),
  );
  return EXIT.fine;
}

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

/** `4` or `3..7`. */
function partsRange(text: string): PartsRange {
  const [, from, to = from] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(text) ?? [];
  const range = { from: Number(from), to: Number(to) };
  if (from !== undefined && range.from > 0 && range.from <= range.to) return range;
  throw new InvalidArgumentError('It must be a number from 1 to 99, or a range such as 3..7.');
}

/** Only what was said: an option that is absent has a default of its own. */
const given = ({ limit, layout, breakCycles }: PlanCommandOptions) => ({
  ...(breakCycles === undefined ? {} : { breakCycles }),
  ...(limit === undefined ? {} : { limit }),
  ...(layout === undefined ? {} : { layout }),
});
