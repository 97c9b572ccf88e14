import { availableParallelism } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { pythonBridge } from '../../../analyzers/bridge/python/python-bridge-fact.ts';
import { rustBridge } from '../../../analyzers/bridge/rust/rust-bridge-fact.ts';
import { checkAffected } from '../../../analyzers/budget/check-affected.ts';
import { quoted } from '../../../analyzers/budget/command-line.ts';
import { type BudgetResult, budget } from '../../../analyzers/budget/index.ts';
import type { Planning } from '../../../analyzers/budget/predict-mends.ts';
import { CHECK_NAMES, CHECKS } from '../../../analyzers/checks.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { pythonTypes } from '../../../analyzers/contracts/python/python-types-fact.ts';
import { rustTypes } from '../../../analyzers/contracts/rust/rust-types-fact.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { ANALYZERS } from '../../../analyzers/index.ts';
import { javascriptRegistrations } from '../../../analyzers/ownership/javascript/javascript-registrations-fact.ts';
import { pythonRegistrations } from '../../../analyzers/ownership/python/python-registrations-fact.ts';
import { rustRegistrations } from '../../../analyzers/ownership/rust/rust-registrations-fact.ts';
import { EXIT, type ExitCode, isRefactorError, RefactorError } from '../../core/errors.ts';
import type { Finding } from '../../core/finding.ts';
import { type LaidOutBase, layOutMergeBase, openMergeBase } from '../../engine/budget/open-merge-base.ts';
import { findWorkspace } from '../../engine/find-workspace.ts';
import { declares } from '../../engine/gate/declares.ts';
import { mayHoldNative } from '../../engine/gate/may-hold-native.ts';
import { type NamedPaths, namedPaths } from '../../engine/named-paths.ts';
import { ownPackage, repositoryHome } from '../../engine/own-package.ts';
import { openRepository } from '../../git/open-repository.ts';
import type { Fact } from '../../languages/fact.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { type FindingsReport, isOn } from '../../report/findings/findings-report.ts';
import { findingsToGithub } from '../../report/findings/github.ts';
import { findingsToGitlab } from '../../report/findings/gitlab.ts';
import { joinReports } from '../../report/findings/join-reports.ts';
import { findingsToJson } from '../../report/findings/json.ts';
import { findingsToJunit } from '../../report/findings/junit.ts';
import { findingsToMarkdown } from '../../report/findings/markdown.ts';
import { findingsToSarif } from '../../report/findings/sarif.ts';
import { findingsToTerminal } from '../../report/findings/terminal.ts';
import { cacheFolder } from '../../workspace/cache-folder.ts';
import type { View } from '../../workspace/view.ts';
import { type Io, remark, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, addFormatOption, addShardOption, type CommonOptions, formatOf } from '../options.ts';
import { printEffective } from '../print-effective.ts';
import { printShard } from '../print-shard.ts';
import { readVersion } from '../read-version.ts';
import type { Run } from '../run.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

const FORMATS = ['terminal', 'json', 'markdown', 'github', 'sarif', 'gitlab', 'junit'] as const;

interface CheckOptions extends CommonOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly affected?: string;
  readonly fix?: boolean;
  readonly effective?: string;
  readonly strict?: boolean;
}

const REPORTERS: Readonly<Record<(typeof FORMATS)[number], (report: FindingsReport, io: Io) => string>> = {
  terminal: (report, io) =>
    findingsToTerminal(report, { color: wantsColor(io, io.stdout), width: widthOf(io, io.stdout) }),
  json: findingsToJson,
  markdown: findingsToMarkdown,
  github: findingsToGithub,
  sarif: (report) =>
    findingsToSarif(report, {
      version: readVersion(),
      home: repositoryHome(ownPackage()),
      rules: [...ANALYZERS, ...CHECKS].flatMap(({ id, rules }) => rules.map((rule) => [id, rule] as const)),
    }),
  gitlab: findingsToGitlab,
  junit: findingsToJunit,
};

export function addCheck(program: Command, io: Io, run: Run): void {
  const command = addShardOption(
    addCommonOptions(
      program
        .command('check')
        .argument(
          '[names...]',
          `checks to run: ${CHECK_NAMES.join(', ')} (default: all); files, folders and globs narrow what is reported`,
        )
        .description(
          'run the gate (ceilings and policies); each finding says what, why and what to do; exit 1 on findings',
        )
        .option('--fix', 'fix what can be fixed, with journal and undo, then check again')
        .option('--effective <crate>', 'print the level of each lint of a crate and where it comes from')
        .option('--affected <revision>', 'report only what this branch has made worse since it left a revision')
        .option(
          '--strict',
          'exit 2 where nothing is configured or checked: for CI, where a lost configuration would pass unseen',
        )
        .addHelpText('after', EXAMPLES),
    ),
    io,
  );
  addFormatOption(command, FORMATS).action((words: readonly string[], options: CheckOptions) =>
    run(async () => {
      const names = words.filter((word) => CHECK_NAMES.includes(word));
      const paths = words.filter((word) => !CHECK_NAMES.includes(word));
      if (options.shard) return printShard(io, options, options.shard, WANTED.facts);
      if (options.fix) await mend(io, options, names, paths);
      const laying = options.affected === undefined ? null : startBase(io, options, options.affected);
      return withView(
        io,
        options,
        { ...wantedFor(names, rootFor(io, options)), tags: names.length === 0 || names.includes('release') },
        (view, root) =>
          options.effective === undefined
            ? check(io, options, { view, root, names, paths, laying })
            : printEffective(io, view, options.effective, options.json === true),
      );
    }),
  );
}

interface Asked {
  readonly view: View;
  readonly root: string;
  readonly names: readonly string[];
  readonly paths: readonly string[];
  /** The base of what is affected. */
  readonly laying: Promise<LaidOutBase> | null;
}

const WANTED = { facts: [metricsFact, rustComposition], history: false } as const;
/** Only the budget reads every source; the other checks parse the few files that they look into. */
const NO_FACTS = { facts: [], history: false } as const;

/** Facts of both languages, where there is a native module to hold them against. */
const BRIDGED = [rustComposition, rustBridge, pythonBridge] as const;
/** And their types, where a payload is declared. */
const AGREED = [...BRIDGED, rustTypes, pythonTypes] as const;
/** And what they register, where somebody says who owns it. */
const OWNED = [...BRIDGED, rustTypes, rustRegistrations, pythonRegistrations, javascriptRegistrations] as const;

function wantedFor(
  names: readonly string[],
  root: string,
): { readonly facts: readonly Fact[]; readonly history: false } {
  const isWanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const bridged = (isWanted('bridge') && mayHoldNative(root)) || names.includes('boundary') ? BRIDGED : [];
  const agreed = isWanted('contracts') && declares(root, '[[contract') ? AGREED : [];
  const owned = isWanted('ownership') && (declares(root, '[ownership') || declares(root, '[[ownership')) ? OWNED : [];
  const measured: readonly Fact[] = isWanted('budget') ? WANTED.facts : NO_FACTS.facts;
  return { facts: [...new Set<Fact>([...measured, ...bridged, ...agreed, ...owned])], history: false };
}

const rootFor = (io: Io, options: CheckOptions): string => findWorkspace(resolve(io.cwd, options.root ?? '.'));

async function check(io: Io, options: CheckOptions, asked: Asked): Promise<ExitCode> {
  const { view, root, names, paths } = asked;
  const { isNamed } = namedFiles(view, root, io.cwd, paths);
  const format = formatOf([options.format, options.json && 'json'], 'terminal');
  const isWanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const before = asked.laying && (await openBase(io, options, asked, asked.laying));
  const gate = runChecks(
    view,
    CHECKS.filter(({ id }) => isWanted(id)),
    before?.view ?? null,
  );
  const measured = isWanted('budget') ? await measure(view, before) : null;
  const report = joinReports(measured, gate);
  if (options.strict) refuseUnset(report.rules, names.length === 0 && view.config.path === null);
  const prefix = HOSTS.has(format) ? await prefixOf(root, io.signal) : '';
  const named = report.findings.filter(({ place }) => isNamed(place.path));
  const findings = named.map((finding) => fromHere(finding, root, io.cwd));
  const unknown = report.unknown.filter(({ path }) => isNamed(path));
  io.stdout.write(REPORTERS[format]({ ...report, findings, unknown, prefix }, io));
  return named.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
}

/** Checks that need no configuration must not hide that it is lost. @param isLost every check was asked for, and no file configures any */
function refuseUnset(rules: FindingsReport['rules'], isLost: boolean): void {
  if (!isLost && rules.some(isOn)) return;
  throw new RefactorError({
    code: 'nothing-checked',
    what: isLost ? 'Nothing is configured here' : 'Nothing was checked',
    why: isLost
      ? 'there is no omni-refactor.toml, so that no file and no function has a ceiling'
      : 'no rule has a ceiling in omni-refactor.toml, and there is nothing else to check',
    whatToDo: 'Set up the gate with `omni-refactor init`, or see that omni-refactor.toml is where CI runs.',
  });
}

/** Throws RefactorError `unknown-check` for a word that is neither a check nor a path. */
function namedFiles(view: View, root: string, cwd: string, paths: readonly string[]): NamedPaths {
  try {
    return namedPaths(view, root, cwd, paths);
  } catch (error) {
    if (isRefactorError(error) && error.problem.code === 'file-not-found') {
      const word = paths.find((path) => /^[a-z-]+$/.test(path) && error.problem.what.startsWith(`${path} `));
      if (word !== undefined) throw unknownCheck(word);
    }
    throw error;
  }
}

/** Formats that a host reads: it knows files by their path in the repository. */
const HOSTS: ReadonlySet<string> = new Set(['github', 'sarif', 'gitlab', 'junit']);

async function prefixOf(root: string, signal: AbortSignal): Promise<string> {
  const { repository } = await openRepository(root, signal);
  return repository?.prefix ?? '';
}

/** Advice that can be pasted where the command was typed: commands take paths from the folder that they are run in. */
function fromHere(finding: Finding, root: string, cwd: string): Finding {
  const { path } = finding.place;
  const typed = relative(cwd, join(root, path)).split(sep).join('/');
  if (typed === path || finding.command === undefined) return finding;
  const led = (text: string): string =>
    text
      .replaceAll(` ${quoted(path)}`, ` ${quoted(typed)}`)
      .replaceAll(` ${quoted(`${path}:${finding.place.line}`)}`, ` ${quoted(`${typed}:${finding.place.line}`)}`);
  return { ...finding, command: led(finding.command), whatToDo: led(finding.whatToDo) };
}

const FIX_IS_WHOLE = new RefactorError({
  code: 'usage',
  what: '--fix takes no paths',
  why: 'a check is fixed in the whole workspace, in one change',
  whatToDo: 'Name checks alone, as in `omni-refactor check workspace-lints --fix`.',
});

/** Mends what the asked checks find, alone in the workspace, and says on stderr what was written. */
async function mend(io: Io, options: CheckOptions, names: readonly string[], paths: readonly string[]): Promise<void> {
  if (paths.length > 0) throw FIX_IS_WHOLE;
  const { mendFindings } = await import('../../engine/gate/mend-findings.ts');
  const checks = CHECKS.filter(({ id }) => names.length === 0 || names.includes(id));
  await writing(io, options, (lock) =>
    withView(io, options, NO_FACTS, async (view) => {
      const { mended, receipt } = await mendFindings({
        view,
        checks,
        lock: lock!,
        receipt: {
          tool: `omni-refactor ${readVersion()}`,
          appliedAt: io.now(),
          command: ['omni-refactor', ...io.argv],
        },
        onProgress: () => {},
        signal: io.signal,
      });
      remark(
        io,
        receipt === null
          ? 'Nothing to fix.\n'
          : `Fixed ${mended} of the findings in ${receipt.files.length} files. Receipt ${receipt.id}. Undo with: omni-refactor undo\n`,
      );
      return EXIT.fine;
    }),
  );
}

const unknownCheck = (word: string): RefactorError =>
  new RefactorError({
    code: 'unknown-check',
    what: `There is no check \`${word}\``,
    why: `it names no file either; the checks are ${CHECK_NAMES.join(', ')}`,
    whatToDo: 'Name one of these, or a file, folder or glob, or nothing for all.',
  });

type Base = Awaited<ReturnType<typeof openMergeBase>>;

/** Splits are foretold by the planners, which come with the codemods of each language: loaded only where a file can be over its ceiling. */
async function measure(view: View, before: Base | null): Promise<FindingsReport> {
  const measured = (planning?: Planning): BudgetResult =>
    view.remembered('check budget', (watched) =>
      budget.run(watched, { composition: composition.run(watched), ...(planning && { planning }) }),
    );
  if (before === null && view.config.budget.fileLines === null) return measured();
  const { planningOf } = await import('../../engine/planning-of.ts');
  return before === null ? measured(planningOf) : checkAffected(view, before.view, before.base, planningOf);
}

/** Lays the base out while the workspace is read; a failure is kept until somebody awaits it. */
function startBase(io: Io, options: CheckOptions, revision: string): Promise<LaidOutBase> {
  const laying = layOutMergeBase({ root: rootFor(io, options), revision, env: io.env, signal: io.signal });
  laying.catch(() => {});
  return laying;
}

/** The workspace at the merge base; where the budget is asked too, every source of it is read. */
const openBase = (
  io: Io,
  options: CheckOptions,
  { view, root, names }: Asked,
  laying: Promise<LaidOutBase>,
): Promise<Base> =>
  openMergeBase({
    root,
    revision: options.affected!,
    laying,
    today: view.today,
    facts: names.length === 0 || names.includes('budget') ? WANTED.facts : NO_FACTS.facts,
    workers: options.workers ?? availableParallelism(),
    cacheDir: options.cache ? cacheFolder(io.env) : null,
    env: io.env,
    signal: io.signal,
  });

const EXAMPLES = `
omni-refactor.toml:
  exclude = ["vendor/**"]
  [budget]
  file-lines = 500           # physical lines of a file
  function-cognitive = 15    # cognitive complexity of a function
  module-lines = 1500        # a module with the files that it splices by include!
  [[client]]
  path = "crates/mcp-client" # for client-hardening: source that starts servers or speaks to them

Examples:
  $ omni-refactor init && omni-refactor check
  $ omni-refactor check workspace-lints --fix
  $ omni-refactor check --effective my-crate
  $ omni-refactor check crates/engine 'src/**/*.py'
  $ omni-refactor check --affected origin/main
  $ omni-refactor check --strict                          # in CI
  $ omni-refactor check --format markdown >> "$GITHUB_STEP_SUMMARY"
  $ omni-refactor check --format sarif > budget.sarif
  $ omni-refactor check --json > findings.json`;
