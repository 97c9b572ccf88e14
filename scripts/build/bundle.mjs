// Joins the program into few files: Node reads hundreds of small modules at every start otherwise, and that costs more than what most commands
// do (docs/measurements/speed.md). Packages stay outside: what is installed is what the lock pins.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { roomHashes } from './room-hashes.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What is started or imported by its path, by its place in `dist`. Threads stand among the chunks, beside the code that starts them. */
const ENTRIES = {
  'src/cli/main': 'src/cli/main.ts',
  'src/library/index': 'src/library/index.ts',
  'analyzers/index': 'analyzers/index.ts',
  'codemods/index': 'codemods/index.ts',
  'chunks/write-command-table': 'src/cli/write-command-table.ts',
  'chunks/facts-worker': 'src/engine/facts/facts-worker.ts',
  'chunks/transform-worker': 'src/engine/run/transform-worker.ts',
  'chunks/session-worker': 'src/tui/engine/session-worker.ts',
  'chunks/mcp-worker': 'src/cli/mcp-worker.ts',
  'chunks/schema-worker': 'src/engine/mcp/probe/schema-worker.ts',
};

const looksBeside = (source) => readFileSync(join(PROJECT, source), 'utf8').includes('import.meta.url');

const { metafile } = await build({
  absWorkingDir: PROJECT,
  entryPoints: ENTRIES,
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  // Places are told without the texts: they are not shipped.
  sourcesContent: false,
  metafile: true,
  define: { ROOM_HASHES: JSON.stringify(roomHashes(PROJECT)) },
});

// Code that looks for files beside itself has to stand one folder below `dist`, whatever it was joined with.
const misplaced = Object.entries(metafile.outputs)
  .filter(([path]) => path.endsWith('.js') && !path.startsWith('dist/chunks/'))
  .flatMap(([path, { inputs }]) =>
    Object.keys(inputs)
      .filter(looksBeside)
      .map((input) => `${input} in ${path}`),
  );
if (misplaced.length > 0) throw new Error(`these look for files beside themselves: ${misplaced.join(', ')}`);

const { writeCommandTable, writeManPage } = await import(
  new URL('../../dist/chunks/write-command-table.js', import.meta.url)
);
await writeCommandTable(join(PROJECT, 'dist/chunks/commands.json'));
await writeManPage(join(PROJECT, 'dist/man/omni-refactor.1'));
