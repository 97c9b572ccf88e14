import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { checkAffected } from '../../../analyzers/budget/check-affected.ts';
import { quoted } from '../../../analyzers/budget/command-line.ts';
import { budget } from '../../../analyzers/budget/index.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { ANALYZERS } from '../../../analyzers/index.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import type { Finding } from '../../core/finding.ts';
import { openMergeBase } from '../../engine/budget/open-merge-base.ts';
import { openRepository } from '../../git/open-repository.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import type { FindingsReport } from '../../report/findings/findings-report.ts';
import { findingsToGithub } from '../../report/findings/github.ts';
import { findingsToGitlab } from '../../report/findings/gitlab.ts';
import { findingsToJson } from '../../report/findings/json.ts';
import { findingsToJunit } from '../../report/findings/junit.ts';
import { findingsToMarkdown } from '../../report/findings/markdown.ts';
import { findingsToSarif } from '../../report/findings/sarif.ts';
import { findingsToTerminal } from '../../report/findings/terminal.ts';
import { cacheFolder } from '../../workspace/cache-folder.ts';
import type { View } from '../../workspace/view.ts';
import { type Io, wantsColor } from '../io.ts';
import { addCommonOptions, addShardOption, type CommonOptions, oneOf } from '../options.ts';
import { printShard } from '../print-shard.ts';
import { readVersion } from '../read-version.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

const FORMATS = ['terminal', 'json', 'markdown', 'github', 'sarif', 'gitlab', 'junit'] as const;

interface CheckOptions extends CommonOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly affected?: string;
}

const REPORTERS: Readonly<Record<(typeof FORMATS)[number], (report: FindingsReport, io: Io) => string>> = {
  terminal: (report, io) => findingsToTerminal(report, { color: wantsColor(io, io.stdout) }),
  json: findingsToJson,
  markdown: findingsToMarkdown,
  github: findingsToGithub,
  sarif: (report) =>
    findingsToSarif(report, {
      version: readVersion(),
      rules: ANALYZERS.flatMap(({ id, rules }) => rules.map((rule) => [id, rule] as const)),
    }),
  gitlab: findingsToGitlab,
  junit: findingsToJunit,
};

export function addCheck(program: Command, io: Io, run: Run): void {
  addShardOption(
    addCommonOptions(
      program
        .command('check')
        .description(
          'the gate: the ceilings of omni-refactor.toml, each failure with what, why and what to do; exit 1 on findings',
        )
        .option('--affected <revision>', 'only what this branch made worse since it left a revision')
        .option('--format <format>', FORMATS.join(', '), oneOf(FORMATS))
        .addHelpText('after', EXAMPLES),
    ),
  ).action((options: CheckOptions) =>
    run(() =>
      options.shard
        ? printShard(io, options, options.shard, WANTED.facts)
        : withView(io, options, WANTED, (view, root) => check(io, options, view, root)),
    ),
  );
}

const WANTED = { facts: [metricsFact, rustComposition], history: false } as const;

async function check(io: Io, options: CheckOptions, view: View, root: string): Promise<ExitCode> {
  const report =
    options.affected === undefined
      ? budget.run(view, { composition: composition.run(view) })
      : await affected(io, options, view, root, options.affected);
  const format = options.format ?? (options.json ? 'json' : 'terminal');
  const prefix = HOSTS.has(format) ? await prefixOf(root, io.signal) : '';
  const findings = report.findings.map((finding) => fromHere(finding, root, io.cwd));
  io.stdout.write(REPORTERS[format]({ ...report, findings, prefix }, io));
  return report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
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

async function affected(
  io: Io,
  options: CheckOptions,
  view: View,
  root: string,
  revision: string,
): Promise<FindingsReport> {
  const before = await openMergeBase({
    root,
    revision,
    today: view.today,
    facts: WANTED.facts,
    workers: options.workers ?? availableParallelism(),
    cacheDir: options.cache ? cacheFolder(io.env) : null,
    env: io.env,
    signal: io.signal,
  });
  return checkAffected(view, before.view, before.base);
}

const EXAMPLES = `
omni-refactor.toml:
  exclude = ["vendor/**"]
  [budget]
  file-lines = 500           # physical lines of a file
  function-cognitive = 15    # cognitive complexity of a function
  module-lines = 1500        # a module with the fragments that it splices by include!

Examples:
  $ omni-refactor init && omni-refactor check
  $ omni-refactor check --affected origin/main
  $ omni-refactor check --format markdown >> "$GITHUB_STEP_SUMMARY"
  $ omni-refactor check --format sarif > budget.sarif
  $ omni-refactor check --json > findings.json`;
