import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import type { Rung } from '../../core/evidence.ts';
import { findWorkspace } from '../../engine/find-workspace.ts';
import { recordAnswers } from '../../engine/prove/answers/recorded-answers.ts';
import { stepTimes } from '../../engine/prove/step-times.ts';
import { acceptsOf } from '../../engine/verdict/accepts-of.ts';
import { verifySides } from '../../engine/verify/verify-sides.ts';
import { renderVerify, verifyJson } from '../../report/verify/verify.ts';
import { announce } from '../announce.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { addProofShardOptions, handOver, type ProofShardOptions, requireShareable, SHARED } from '../proof-shard.ts';
import type { Run } from '../run.ts';
import { showProgress } from '../show-progress.ts';
import { askedBy, limitsOf } from '../split-options.ts';
import { configFor } from '../with-view.ts';
import { addProofOptions } from './split.ts';

interface VerifyCommandOptions extends CommonOptions, ProofShardOptions {
  readonly evidence: readonly Rung[];
  readonly test?: readonly string[];
  readonly accept?: readonly string[];
  readonly acceptUncompiled?: readonly string[];
  readonly timeout?: number;
  readonly locked?: boolean;
  readonly offline?: boolean;
}

export function addVerify(program: Command, io: Io, run: Run): void {
  const command = addProofOptions(
    addCommonOptions(
      program
        .command('verify')
        .argument('<base>', 'a revision or a folder')
        .argument('<head>', 'a revision or a folder')
        .description('prove a split made by hand or by another tool: the same provers, on two revisions or two folders')
        .addHelpText(
          'after',
          '\nExamples:\n  $ omni-refactor verify main HEAD\n  $ omni-refactor verify HEAD . --evidence S,B,T\n  $ omni-refactor verify main HEAD --evidence S,B,T --prove-shard 1/4 --evidence-out 1.json\n\nExit code 3 means not proven.\n' +
            SHARED,
        ),
    ),
  );
  addProofShardOptions(command, io).action((base: string, head: string, options: VerifyCommandOptions) =>
    run(() => {
      requireShareable(options);
      return verify(io, { base, head }, options);
    }),
  );
}

async function verify(
  io: Io,
  sides: { readonly base: string; readonly head: string },
  options: VerifyCommandOptions,
): Promise<ExitCode> {
  const recorded = options.proveShard && recordAnswers(options.proveShard);
  const answers = recorded ?? io.answers;
  const root = findWorkspace(resolve(io.cwd, options.root ?? '.'));
  const asked = askedBy(options.evidence, options.test);
  const progress = showProgress(io, options.cache ? stepTimes(io.env, root, ['verify', ...asked]) : null);
  try {
    const result = await verifySides({
      ...sides,
      cwd: io.cwd,
      root,
      config: await configFor(root, options),
      today: options.today ?? io.today,
      asked,
      accepts: acceptsOf(options.accept ?? [], options.acceptUncompiled ?? []),
      testCommand: options.test ?? null,
      limits: limitsOf(options),
      ...(answers === undefined ? {} : { answers }),
      env: io.env,
      onAnnounce: (lines) => announce(io, lines),
      onProgress: progress.onProgress,
      signal: io.signal,
    });
    if (result.outcome === 'proven') progress.ended();
    progress.clear();
    if (options.proveShard && recorded) return handOver(io, options, options.proveShard, recorded);
    io.stdout.write(options.json ? verifyJson(result) : renderVerify(result));
    return result.outcome === 'not-proven' ? EXIT.refused : EXIT.fine;
  } finally {
    progress.clear();
  }
}
