import { type Command, InvalidArgumentError } from 'commander';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { INIT_CODEMODS } from '../../../codemods/index.ts';
import { changedPaths, EMPTY_CHANGE_SET, isEmptyChangeSet } from '../../core/change-set.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import { adoptBudget } from '../../engine/budget/adopt-budget.ts';
import { checked } from '../../engine/change/make-change-set.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { adoptedToJson } from '../../report/budget/json.ts';
import { adoptedText } from '../../report/budget/outputs.ts';
import { changeJson } from '../../report/change/json.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions, taking } from '../options.ts';
import type { Run } from '../run.ts';
import { writeChange } from '../run-change.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

const WANTED = { facts: [metricsFact, rustComposition], history: false } as const;
const NO_FACTS = { facts: [], history: false } as const;

type What = keyof typeof INIT_CODEMODS;

interface InitOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export function addInit(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('init')
      .argument(
        '[what]',
        `${Object.keys(INIT_CODEMODS).join(', ')}; none: the gate itself`,
        taking(knownWhat, Object.keys(INIT_CODEMODS)),
      )
      .description(
        'set up the gate (ceilings, what CI enforces, a baseline of current findings), or add what CI, the security policy or the release lacks',
      )
      .option('--dry-run', 'show what would be written, and write nothing')
      .addHelpText('after', EXAMPLES),
  ).action((what: What | undefined, options: InitOptions) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, what === undefined ? WANTED : NO_FACTS, (view) =>
          what === undefined ? adopt(io, options, view, lock) : begin(io, options, view, lock, what),
        ),
      ),
    ),
  );
}

function knownWhat(text: string): What {
  if (Object.hasOwn(INIT_CODEMODS, text)) return text as What;
  throw new InvalidArgumentError(`It must be one of: ${Object.keys(INIT_CODEMODS).join(', ')}.`);
}

async function adopt(io: Io, { json }: InitOptions, view: View, lock: Lock | null): Promise<ExitCode> {
  const { changeSet, adopted } = adoptBudget(view);
  const receipt = lock && (await writeChange(io, lock, 'workspace/adopt', changeSet));
  io.stdout.write(json ? adoptedToJson(adopted, receipt?.id ?? null) : adoptedText(adopted, receipt?.id ?? null));
  return EXIT.fine;
}

/** Files of one kind, where nothing of that kind stands. */
async function begin(io: Io, { json }: InitOptions, view: View, lock: Lock | null, what: What): Promise<ExitCode> {
  const codemod = INIT_CODEMODS[what];
  const result = checked(view, codemod.run(view, {}));
  const { changeSet, notes } = result.status === 'changed' ? result : { changeSet: EMPTY_CHANGE_SET, notes: [] };
  const receipt = lock && !isEmptyChangeSet(changeSet) ? await writeChange(io, lock, codemod.id, changeSet) : null;
  const paths = changedPaths(changeSet);
  if (json) {
    io.stdout.write(changeJson(receipt?.id ?? null, paths));
    return EXIT.fine;
  }
  const lead = paths.length === 0 ? 'Nothing to write.' : receipt === null ? 'Would write:' : `Wrote (${receipt.id}):`;
  io.stdout.write(
    [
      lead,
      ...paths.map((path) => `  ${sanitize(path)}`),
      ...notes.map((note) => `note: ${sanitize(note)}`),
      ...(receipt === null ? [] : ['Undo with: omni-refactor undo']),
      '',
    ].join('\n'),
  );
  return EXIT.fine;
}

const EXAMPLES = `
Existing files are never overwritten, and no job is ever removed. \`ci\` adds recipes of the same commands to a
justfile that stands, be it empty; it never begins one.

Examples:
  $ omni-refactor init && omni-refactor check
  $ omni-refactor init ci --dry-run       a workflow (or GitLab jobs) for the lanes that are missing
  $ omni-refactor init security           deny.toml, SECURITY.md and security/exceptions.toml
  $ omni-refactor init release            workflows that verify and publish a release, and a runbook
  $ omni-refactor undo`;
