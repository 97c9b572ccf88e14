import { commandText, type LocalCommand } from '../../../analyzers/quality-gates/local-lanes.ts';
import { releaseOutputs, wheels } from '../../../analyzers/release/outputs.ts';
import { openRepository } from '../../git/open-repository.ts';
import { runGit } from '../../git/run-git.ts';
import type { View } from '../../workspace/view.ts';
import type { GateState } from './gate-state.ts';
import { endOf, type GateRunOptions, runCommand, whyMissing } from './run-gates.ts';

/** One thing that has to hold before a tag, beside the findings of `check release`. */
export interface PreflightStep {
  readonly name: string;
  readonly state: GateState['state'];
  /** What ran, as it would be typed; '' where nothing had to. */
  readonly command: string;
  readonly detail: string;
}

export interface PlannedStep extends Pick<PreflightStep, 'name' | 'command'> {
  readonly run: LocalCommand;
}

/** What shows that the outputs can be brought out: each Cargo workspace built, its crates packed, wheels built. */
export function preflightSteps(view: View): PlannedStep[] {
  const step = (name: string, dir: string, words: readonly string[]): PlannedStep => {
    const run: LocalCommand = { words, dir, env: {}, place: null };
    return { name, run, command: commandText(run) };
  };
  const outputs = releaseOutputs(view).flatMap(({ root, isLocked, crates }) => {
    const locked = isLocked ? ['--locked'] : [];
    const folder = root === '' ? '' : ` ${root}`;
    return [
      step(`build${folder}`, root, ['cargo', 'build', '--workspace', '--release', ...locked]),
      ...(crates.length === 0
        ? []
        : [
            step(`package${folder}`, root, [
              'cargo',
              'package',
              '--allow-dirty',
              '--no-verify',
              ...locked,
              ...crates.flatMap((name) => ['-p', name]),
            ]),
          ]),
    ];
  });
  return [
    ...outputs,
    ...wheels(view).map(({ name, dir }) => step(`wheel ${name}`, dir, ['maturin', 'build', '--release'])),
  ];
}

/** Runs the steps, all of them whatever the ones before came to. */
export async function buildOutputs(steps: readonly PlannedStep[], options: GateRunOptions): Promise<PreflightStep[]> {
  const done: PreflightStep[] = [];
  for (const { name, command, run } of steps) {
    const missing = await whyMissing(run, options);
    if (missing !== null) {
      done.push({ name, command, state: 'not-installed', detail: missing });
      continue;
    }
    const { exitCode, stdout, stderr } = await runCommand(run, options);
    const isFine = exitCode === 0;
    done.push({
      name,
      command,
      state: isFine ? 'success' : 'failure',
      detail: isFine ? '' : endOf(`${stdout}\n${stderr}`),
    });
  }
  return done;
}

/** A release is built from a commit: what is not in it is not in the release. */
export async function treeState(root: string, signal: AbortSignal): Promise<PreflightStep> {
  const common = { name: 'clean tree', command: '' };
  const { repository } = await openRepository(root, signal);
  if (repository === null) return { ...common, state: 'not-run', detail: 'the workspace is not in git' };
  const changed = (await runGit(['status', '--porcelain', '-z'], { cwd: root, signal })).toString('utf8').split('\0');
  const paths = changed.filter((line) => line !== '').map((line) => line.slice(3));
  return paths.length === 0
    ? { ...common, state: 'success', detail: '' }
    : { ...common, state: 'failure', detail: `not committed: ${paths.slice(0, 10).join(', ')}` };
}
