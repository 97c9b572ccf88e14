#!/usr/bin/env node
import { opensScreen } from './opens-screen.ts';
import { waitToOptimize } from './wait-to-optimize.ts';

waitToOptimize();
const argv = process.argv.slice(2);
// Places in traces are those of the sources, at the price of reading maps.
if (process.env.OMNI_REFACTOR_DEBUG) process.setSourceMapsEnabled(true);

if (opensScreen(argv, process.env, [process.stdin.isTTY === true, process.stdout.isTTY === true])) {
  const { showScreen } = await import('./open-screen.ts');
  process.exit(await showScreen());
}

const [{ processIo }, { runCli }] = await Promise.all([import('./process-io.ts'), import('./run-cli.ts')]);
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
if (argv.length > 0) process.exitCode = await runCli(argv, processIo(controller.signal));
else {
  process.exitCode = await runCli(['hotspots'], processIo(controller.signal));
  process.stderr.write('On a terminal `omni-refactor` opens a screen; `omni-refactor --help` lists the commands.\n');
}
