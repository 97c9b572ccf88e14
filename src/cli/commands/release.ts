import type { Command } from 'commander';
import { CHECKS } from '../../../analyzers/checks.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import { buildOutputs, type PreflightStep, preflightSteps, treeState } from '../../engine/gates/preflight.ts';
import { joinReports } from '../../report/findings/join-reports.ts';
import { findingsToTerminal } from '../../report/findings/terminal.ts';
import { preflightText, preflightToJson } from '../../report/gates/preflight.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

interface ReleaseOptions extends CommonOptions {
  readonly build?: boolean;
}

const WANTED = { facts: [], history: false, tags: true } as const;

export function addRelease(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('release')
      .argument('<verb>', 'preflight: check that this commit can be tagged', oneOf(['preflight'] as const))
      .description(
        'check what has to hold before a tag: versions, changelog, tags, a clean tree, and outputs that build',
      )
      .option('--build', 'build the outputs too: programs, crates as they are published, wheels')
      .addHelpText('after', EXAMPLES),
  ).action((_verb: string, options: ReleaseOptions) =>
    run(() => withView(io, options, WANTED, (view, root) => preflight(io, options, view, root))),
  );
}

async function preflight(io: Io, options: ReleaseOptions, view: View, root: string): Promise<ExitCode> {
  const gate = runChecks(
    view,
    CHECKS.filter(({ id }) => id === 'release'),
  );
  const planned = options.build ? preflightSteps(view) : [];
  if (planned.length > 0) io.stderr.write(announcement(planned));
  const steps = [
    await treeState(root, io.signal),
    ...(await buildOutputs(planned, { root, signal: io.signal, onOutput: (text) => io.stderr.write(text) })),
  ];
  if (options.json) io.stdout.write(preflightToJson(gate.findings, steps));
  else {
    io.stdout.write(
      findingsToTerminal(joinReports(null, gate), { color: wantsColor(io, io.stdout), width: widthOf(io, io.stdout) }),
    );
    io.stdout.write(preflightText(steps));
  }
  const fails = gate.findings.some(({ severity }) => severity === 'error') || steps.some(isBad);
  return fails ? EXIT.findings : EXIT.fine;
}

const isBad = ({ state }: PreflightStep): boolean => state !== 'success';

const announcement = (steps: readonly Pick<PreflightStep, 'command'>[]): string =>
  `This will execute, here:\n${steps.map(({ command }) => `  ${sanitize(command)}\n`).join('')}`;

const EXAMPLES = `
Nothing is tagged, pushed or published.

Examples:
  $ omni-refactor release preflight
  $ omni-refactor release preflight --build`;
