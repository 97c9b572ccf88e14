import { type Command, InvalidArgumentError } from 'commander';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import type { Io } from '../io.ts';
import { oneOf, wholeNumber } from '../options.ts';
import type { ProbeCommandOptions } from '../probe-options.ts';
import type { Run } from '../run.ts';

const FORMATS = ['terminal', 'json', 'junit'] as const;
const ERAS = ['auto', '2025', '2026'] as const;

/** Adds `probe` to the command `mcp`. */
export function addMcpProbe(mcp: Command, io: Io, run: Run): void {
  mcp
    .command('probe')
    .argument('[command...]', 'the server to start, behind `--`')
    .description('talk to an MCP server over its own wire, and report what the specification forbids; exit 1 on errors')
    .option('--url <url>', 'probe a server over Streamable HTTP instead of starting one')
    .option('--header <line>', 'send a header with each request: `Name: value`; may be repeated', collected, [])
    .option('--era <era>', 'auto: discover first, then initialize; 2025, 2026: that alone', oneOf(ERAS), 'auto')
    .option('--call <tool=json>', 'call a read-only tool with these arguments; may be repeated', collected, [])
    .option('--timeout <seconds>', 'for the start; half of it for a call, a tenth for each step of the end', seconds)
    .option('--timeout-start <seconds>', 'until the server is ready (default: 20)', seconds)
    .option('--timeout-call <seconds>', 'for each answer (default: 10)', seconds)
    .option('--timeout-close <seconds>', 'for each step of its end: input, SIGTERM, SIGKILL (default: 2)', seconds)
    .option('--message-limit <bytes>', 'the longest message that is read (default: 10 MiB)', wholeNumber)
    .option('--write <file>', 'keep a snapshot of the surface: tools, prompts, resources, capabilities')
    .option('--against <file>', 'report what changed since a snapshot: breaking, risky or additive')
    .option('--source <folder>', 'the workspace of the server: findings are led to their handlers')
    .option('--strict', 'exit 1 on warnings too')
    .option('--format <format>', FORMATS.join(', '), oneOf(FORMATS))
    .option('--json', 'print the report as JSON')
    .addHelpText('after', EXAMPLES)
    .action((command: readonly string[], options: ProbeCommandOptions) =>
      run(async (): Promise<ExitCode> => {
        const { probeServer } = await import('../probe-server.ts');
        return (await probeServer(io, command, options)) ? EXIT.findings : EXIT.fine;
      }),
    );
}

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Milliseconds. */
function seconds(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value > 0 && value <= 3_600) return Math.ceil(value * 1_000);
  throw new InvalidArgumentError('It must be a number of seconds, such as 5 or 0.5.');
}

const EXAMPLES = `
The server is started with the rights of this process. No tool is called but those that --call names, and of these only
the ones that are annotated as read-only; one such tool is called without its required arguments, which it has to refuse. What the server leaves behind is killed: on Linux also what left its group.

Examples:
  $ omni-refactor mcp probe -- node dist/server.js
  $ omni-refactor mcp probe --call 'search={"query":"a"}' --strict -- uvx my-server
  $ omni-refactor mcp probe --url http://127.0.0.1:3000/mcp --json
  $ omni-refactor mcp probe --write surface.json -- node dist/server.js
  $ omni-refactor mcp probe --against surface.json --source . --format junit -- node dist/server.js > probe.xml`;
