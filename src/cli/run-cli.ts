import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../core/errors.ts';
import { addApply } from './commands/apply.ts';
import { addCheck } from './commands/check.ts';
import { addDoctor } from './commands/doctor.ts';
import { addHistory } from './commands/history.ts';
import { addHotspots } from './commands/hotspots.ts';
import { addIncludes } from './commands/includes.ts';
import { addNotes } from './commands/notes.ts';
import { addOutline } from './commands/outline.ts';
import { addPlan } from './commands/plan.ts';
import { addReceipt } from './commands/receipt.ts';
import { addSplit } from './commands/split.ts';
import { addUndo } from './commands/undo.ts';
import { addVerify } from './commands/verify.ts';
import type { Io } from './io.ts';
import { readVersion } from './read-version.ts';
import { reportError } from './report-error.ts';

/** A command's work: it writes its report and says how the program ends. */
export type Run = (work: () => Promise<ExitCode>) => Promise<void>;

/** The whole program for one command line. Never throws, never exits. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const json = argv.includes('--json');
  const run: Run = async (work) => {
    exitCode = await work();
  };
  try {
    await buildProgram(io, run).parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    return reportError(error, io, json);
  }
}

function buildProgram(io: Io, run: Run): Command {
  const program = new Command('omni-refactor')
    .description('Split large Rust, Python and TypeScript modules, and prove that nothing else changed.')
    .version(readVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout.write,
      writeErr: io.stderr.write,
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .showHelpAfterError('(run the same command with --help to see what it takes)')
    .addHelpText('after', EXAMPLES);
  for (const add of [
    addHotspots,
    addIncludes,
    addOutline,
    addCheck,
    addPlan,
    addSplit,
    addApply,
    addVerify,
    addUndo,
    addHistory,
    addReceipt,
    addNotes,
    addDoctor,
  ])
    add(program, io, run);
  return program;
}

const EXAMPLES = `
Examples:
  $ omni-refactor hotspots --top 20        what hurts most, with every number behind it
  $ omni-refactor includes --mermaid       who splices whom by include!
  $ omni-refactor outline src/parser.rs    the units of a file, and what makes a split unsafe
  $ omni-refactor check                    the gate: ceilings of omni-refactor.toml
  $ omni-refactor split src/parser.rs      divide it, prove that nothing else changed, write it once
  $ omni-refactor undo                     take the last apply back, byte for byte

Exit codes: 0 fine, 1 findings, 2 usage or environment, 3 refused or not proven, 70 internal, 130 cancelled.`;
