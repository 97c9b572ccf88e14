import { type Command, InvalidArgumentError } from 'commander';
import { LANES, type Lane } from '../../../analyzers/quality-gates/lanes.ts';
import { commandText, type LocalLane, localLanes } from '../../../analyzers/quality-gates/local-lanes.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import { proveGates } from '../../engine/gates/prove-gates.ts';
import { runGates } from '../../engine/gates/run-gates.ts';
import { gatesText, gatesToJson, gatesToMarkdown, proofsText, proofsToJson } from '../../report/gates/outputs.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { announce } from '../announce.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { locked, stateOf } from '../with-state.ts';
import { withView } from '../with-view.ts';

const VERBS = ['run', 'prove'] as const;
const FORMATS = ['terminal', 'markdown', 'json'] as const;
const NO_FACTS = { facts: [], history: false } as const;

interface GatesOptions extends CommonOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly package?: readonly string[];
}

export function addGates(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('gates')
      .argument(
        '<verb>',
        'run: run the lanes on this machine; prove: show that each lane fails where it has to',
        oneOf(VERBS),
      )
      .argument('[lanes...]', `${LANES.join(', ')} (default: the declared ones, else all)`, collectLane)
      .description(
        'run the gates of CI on this machine, or prove each one by planting what it has to catch in a staging copy',
      )
      .option('-p, --package <names...>', 'prove: only these crates')
      .option('--format <format>', FORMATS.join(', '), oneOf(FORMATS))
      .addHelpText('after', EXAMPLES),
  ).action((verb: (typeof VERBS)[number], lanes: readonly Lane[] | undefined, options: GatesOptions) =>
    run(() => (verb === 'run' ? runLanes(io, options, lanes ?? []) : proveLanes(io, options, lanes ?? []))),
  );
}

function collectLane(text: string, before: readonly Lane[] = []): readonly Lane[] {
  const lane = LANES.find((one) => one === text);
  if (lane === undefined) throw new InvalidArgumentError(`It must be one of: ${LANES.join(', ')}.`);
  return [...before, lane];
}

const lanesOf = (view: View, asked: readonly Lane[]): LocalLane[] =>
  localLanes(view, asked.length === 0 ? null : asked);

const linesOf = (lanes: readonly LocalLane[]): string[] =>
  lanes.flatMap(({ lane, commands }) =>
    commands.map(
      (command) =>
        `${commandText(command)}   # ${lane}${command.place ? `, as ${command.place.path}:${command.place.line}` : ''}`,
    ),
  );

const formatOf = ({ format, json }: GatesOptions): (typeof FORMATS)[number] => format ?? (json ? 'json' : 'terminal');

const runLanes = (io: Io, options: GatesOptions, asked: readonly Lane[]): Promise<ExitCode> =>
  withView(io, options, NO_FACTS, async (view, root) => {
    const lanes = lanesOf(view, asked);
    io.stderr.write(
      `This will execute, here:\n${linesOf(lanes)
        .map((line) => `  ${sanitize(line)}\n`)
        .join('')}`,
    );
    const gates = await runGates(lanes, { root, signal: io.signal, onOutput: (text) => io.stderr.write(text) });
    const format = formatOf(options);
    io.stdout.write(
      format === 'json' ? gatesToJson(gates) : format === 'markdown' ? gatesToMarkdown(gates) : gatesText(gates),
    );
    return gates.every(({ state }) => state === 'success') ? EXIT.fine : EXIT.findings;
  });

const proveLanes = async (io: Io, options: GatesOptions, asked: readonly Lane[]): Promise<ExitCode> =>
  locked(io, await stateOf(io, options.root), (lock) =>
    withView(io, options, NO_FACTS, async (view) => {
      const lanes = lanesOf(view, asked);
      announce(io, linesOf(lanes));
      const proofs = await proveGates({
        view,
        lock,
        lanes,
        crates: options.package ?? null,
        onOutput: (text) => io.stderr.write(text),
        onProgress: () => {},
        signal: io.signal,
      });
      io.stdout.write(formatOf(options) === 'json' ? proofsToJson(proofs) : proofsText(proofs));
      return proofs.every(({ state }) => state === 'proven') ? EXIT.fine : EXIT.findings;
    }),
  );

const EXAMPLES = `
The commands are those of CI where CI spells them out, else the usual ones; they are shown before the first one starts.
A lane whose tool is not installed is reported, and does not pass.

Examples:
  $ omni-refactor gates run
  $ omni-refactor gates run clippy fmt --format markdown
  $ omni-refactor gates prove clippy -p press`;
