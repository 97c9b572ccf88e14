import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import type { Io } from '../io.ts';
import { readVersion } from '../read-version.ts';
import type { Run } from '../run.ts';
import { addMcpProbe } from './mcp-probe.ts';

interface McpOptions {
  readonly allowExecute?: boolean;
}

export function addMcp(program: Command, io: Io, run: Run): void {
  const mcp = program
    .command('mcp')
    .argument('[roots...]', 'workspaces to serve (default: the one that the current folder lies in)')
    .description(
      'serve agents and editors over MCP, on stdin and stdout: they read, plan, and apply plans by their hash',
    )
    .option('--allow-execute', 'let a call ask for evidence that builds and runs code of the workspace')
    .addHelpText('after', EXAMPLES)
    .action((roots: readonly string[], options: McpOptions) => run(() => serveAgents(io, roots, options)));
  // Verbs beside serving are commands below this one, and are added here.
  addMcpProbe(mcp, io, run);
}

async function serveAgents(io: Io, roots: readonly string[], options: McpOptions): Promise<ExitCode> {
  const [{ serve }, { startMcpThread }] = await Promise.all([
    import('../../mcp/server/serve.ts'),
    import('../start-mcp-thread.ts'),
  ]);
  await serve({
    cwd: io.cwd,
    roots,
    allowExecute: options.allowExecute === true,
    version: readVersion(),
    startThread: () => startMcpThread(io.env),
    signal: io.signal,
  });
  return EXIT.fine;
}

const EXAMPLES = `
Nothing outside the workspaces is read or changed, and none of their code is executed unless --allow-execute is given.
Messages go to stdout, everything else to stderr. The server ends when stdin does.

Examples:
  $ omni-refactor mcp
  $ omni-refactor mcp ~/src/api ~/src/web
  $ omni-refactor mcp . --allow-execute
  $ claude mcp add omni-refactor -- npx omni-refactor mcp`;
