import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, Help, Option } from 'commander';
import { EXIT, type ExitCode, RefactorError } from '../core/errors.ts';
import { sanitizeLines } from '../report/sanitize.ts';
import { addRow } from './add-row.ts';
import type { CommandRow } from './command-row.ts';
import type { Io } from './io.ts';
import { readCommandTable } from './read-command-table.ts';
import { readVersion } from './read-version.ts';
import { reportError, reportUsage } from './report-error.ts';
import type { Run } from './run.ts';
import { LOOK_OPTIONS, LOOK_ROWS, lookedAt, mayBeValue, takeLook } from './take-look.ts';

type Add = (program: Command, io: Io, run: Run) => void;

/** In the order of the help. Each is loaded only when it is meant: provers, schemas and codemods are most of the time that a start takes. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  hotspots: async () => (await import('./commands/hotspots.ts')).addHotspots,
  includes: async () => (await import('./commands/includes.ts')).addIncludes,
  map: async () => (await import('./commands/map.ts')).addMap,
  outline: async () => (await import('./commands/outline.ts')).addOutline,
  report: async () => (await import('./commands/report.ts')).addReport,
  check: async () => (await import('./commands/check.ts')).addCheck,
  contracts: async () => (await import('./commands/contracts.ts')).addContracts,
  ownership: async () => (await import('./commands/ownership.ts')).addOwnership,
  init: async () => (await import('./commands/init.ts')).addInit,
  gates: async () => (await import('./commands/gates.ts')).addGates,
  release: async () => (await import('./commands/release.ts')).addRelease,
  baseline: async () => (await import('./commands/baseline.ts')).addBaseline,
  merge: async () => (await import('./commands/merge.ts')).addMerge,
  status: async () => (await import('./commands/status.ts')).addStatus,
  plan: async () => (await import('./commands/plan.ts')).addPlan,
  split: async () => (await import('./commands/split.ts')).addSplit,
  queue: async () => (await import('./commands/queue.ts')).addQueue,
  'include-to-mod': async () => (await import('./commands/include-to-mod.ts')).addIncludeToMod,
  move: async () => (await import('./commands/move.ts')).addMove,
  join: async () => (await import('./commands/join.ts')).addJoin,
  run: async () => (await import('./commands/run.ts')).addRun,
  new: async () => (await import('./commands/new.ts')).addNew,
  test: async () => (await import('./commands/test.ts')).addTest,
  apply: async () => (await import('./commands/apply.ts')).addApply,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  undo: async () => (await import('./commands/undo.ts')).addUndo,
  redo: async () => (await import('./commands/redo.ts')).addRedo,
  history: async () => (await import('./commands/history.ts')).addHistory,
  receipt: async () => (await import('./commands/receipt.ts')).addReceipt,
  notes: async () => (await import('./commands/notes.ts')).addNotes,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  mcp: async () => (await import('./commands/mcp.ts')).addMcp,
  completions: async () => {
    const { addCompletions } = await import('./commands/completions.ts');
    return (program, io, run) =>
      addCompletions(program, io, run, async () => ({ rows: await commandRows(null, io), look: LOOK_ROWS }));
  },
  clean: async () => (await import('./commands/clean.ts')).addClean,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
};

/** The whole program for one command line. Never throws, never exits. */
export async function runCli(argv: readonly string[], outside: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const json = asksForJson(argv);
  let io = outside;
  const run: Run = async (work) => {
    exitCode = await work();
  };
  try {
    const look = takeLook(argv, await valueTakers(argv, outside));
    io = lookedAt(outside, look);
    const words = understood(look.words, argv, io.cwd);
    if (asksForHelp(words) && (await answeredFromTable(words, io))) return EXIT.fine;
    const program = await buildProgram(words, io, run);
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : reportUsage(error.message, io, json);
    return reportError(error, io, json);
  }
}

/** Which words of the command line take the next as their value; asked of the command's declaration where it matters. */
async function valueTakers(argv: readonly string[], io: Io): Promise<(word: string) => boolean> {
  const command = mayBeValue(argv) ? argv.find((word) => Object.hasOwn(COMMANDS, word)) : undefined;
  if (command === undefined) return () => false;
  const { valueFlags } = await import('./option-flags.ts');
  const flags = new Set((await commandRows(command, io)).flatMap(valueFlags));
  return (word) => flags.has(word);
}

/** All commands as data, or the one that is named: of the build's table, or from the declarations where the program runs from source. */
async function commandRows(name: string | null, io: Io): Promise<readonly CommandRow[]> {
  const table = readCommandTable();
  if (table) return name === null ? table : table.filter((row) => row.name === name);
  const { rowOf } = await import('./command-row.ts');
  return (await buildProgram(name === null ? [] : [name], io, async () => {})).commands.map(rowOf);
}

/**
 * What is to be parsed; `typed` has the options of `takeLook` still in it. A word that is not a command is parsed alone: with `--help` behind it, or behind `help`, it would print the help of the
 * whole program as if it had been understood. Throws RefactorError `file-without-command`.
 */
function understood(argv: readonly string[], typed: readonly string[], cwd: string): string[] {
  const [first = '', second] = argv;
  if (first === 'version' || (typed.length === 1 && typed[0] === '-v')) return ['--version'];
  const word = first === 'help' ? (second ?? '') : first;
  if (word === '' || word.startsWith('-') || Object.hasOwn(COMMANDS, word)) return [...argv];
  if (existsSync(resolve(cwd, word)))
    throw new RefactorError({
      code: 'file-without-command',
      what: `${word} is not a command`,
      why: 'it is a file or folder, and no command says what to do with it',
      whatToDo: `Run \`omni-refactor plan ${word}\` to see how a file would be divided, or \`omni-refactor outline ${word}\` to see what is in it.`,
    });
  return [word];
}

/** No command is meant, or its help is. */
const asksForHelp = (words: readonly string[]): boolean =>
  !Object.hasOwn(COMMANDS, words[0] ?? '') ||
  words.every((word, at) => (at === words.length - 1 ? HELP.has(word) : /^[a-z-]+$/.test(word)));

const HELP = new Set(['--help', '-h']);

/**
 * Prints help, or throws what commander throws of words that it does not understand, by the table of commands alone. False where there is no
 * table (run from source) or a command is meant after all.
 */
async function answeredFromTable(words: readonly string[], io: Io): Promise<boolean> {
  const table = readCommandTable();
  if (table === null) return false;
  const program = rootProgram(io);
  for (const row of table) addRow(program, row, isMeant);
  try {
    await program.showHelpAfterError(HINT).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error === MEANT) return false;
    throw error;
  }
  return true;
}

const MEANT = new Error('a command is meant');

function isMeant(): never {
  throw MEANT;
}

const HINT = '(run `omni-refactor --help` to see the commands)';

/** An error is then told as JSON too, even where the command line cannot be understood. */
const asksForJson = (argv: readonly string[]): boolean =>
  argv.some(
    (word, at) => word === '--json' || word === '--format=json' || (word === 'json' && argv[at - 1] === '--format'),
  );

/** All commands, or the one that is named. */
export async function buildProgram(argv: readonly string[], io: Io, run: Run): Promise<Command> {
  const program = rootProgram(io);
  const named = Object.keys(COMMANDS).filter((name) => name === argv[0]);
  for (const name of named.length > 0 ? named : Object.keys(COMMANDS)) (await COMMANDS[name]!())(program, io, run);
  // Commands have taken the hint over when they were made; what remains is for a word that is none.
  return program.showHelpAfterError(HINT);
}

const rootProgram = (io: Io): Command =>
  new Command('omni-refactor')
    .configureHelp({ visibleOptions: withLook })
    .description('Split large Rust, Python and TypeScript modules, and prove that nothing else changed.')
    .version(readVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout.write,
      // It quotes what was typed.
      writeErr: (text) => io.stderr.write(sanitizeLines(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .showHelpAfterError('(run the same command with --help to see its options)')
    .addHelpText('after', EXAMPLES);

/**
 * For the help alone: they are taken out of the command line before it is parsed, and an option that is declared would be taken out of it
 * once more, even where it stands as the value of another.
 */
function withLook(this: Help, command: Command): Option[] {
  const own = Help.prototype.visibleOptions.call(this, command);
  return command.parent === null ? [...LOOK_OPTIONS.map(([flags, about]) => new Option(flags, about)), ...own] : own;
}

const EXAMPLES = `
Examples:
  $ omni-refactor hotspots --top 20        the files to look at first, with every number behind the score
  $ omni-refactor includes --mermaid       which file splices which by include!
  $ omni-refactor outline src/parser.rs    the units of a file, and what makes a split unsafe
  $ omni-refactor check                    run the gate: the ceilings in omni-refactor.toml
  $ omni-refactor init                     set up the gate: what is too large today may only shrink
  $ omni-refactor split src/parser.rs      divide it, prove that nothing else changed, then write
  $ omni-refactor undo                     undo the last apply, byte for byte

Exit codes: 0 fine, 1 findings, 2 usage or environment, 3 refused or not proven, 70 internal error, 130 cancelled.`;
