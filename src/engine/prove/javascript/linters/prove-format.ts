import type { Diagnostic, Proof } from '../../../../core/evidence.ts';
import { formatEdits } from '../../format-edits.ts';
import { onceFor } from '../../once-for.ts';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { Change, Judged } from '../change.ts';
import { findTool, scriptFrom } from '../find-tool.ts';
import { type ConfiguredTool, findTools, packageOf, within } from './find-tools.ts';

/** The code of a diagnostic whose suggestions are what the project's formatter would write. */
const FORMAT_CODE = 'format';

/** A text goes in, and what the formatter makes of it comes out; its arguments behind the program. */
type Mode = (path: string) => readonly string[];

/** What each formatter can be asked, the most first: biome fixes what is safe and sorts imports in the same run. */
const MODES: Readonly<Partial<Record<ConfiguredTool['name'], readonly Mode[]>>> = {
  prettier: [(path) => ['--stdin-filepath', path]],
  biome: [
    (path) => ['check', '--write', `--stdin-file-path=${path}`],
    (path) => ['format', `--stdin-file-path=${path}`],
  ],
};

/**
 * Where the base was as the project's formatter writes it, the result must be too; that alone proves no build. A base that was not sets no
 * requirement. Runs on texts alone, by the configuration that the stage shows.
 */
export async function proveFormat(runner: Runner, change: Change): Promise<Judged> {
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const facade of change.old) {
    const parts = change.folds.filter(([, from]) => from === facade).map(([part]) => part);
    for (const tool of findTools(change.before, facade)) {
      const modes = MODES[tool.name] ?? [];
      const mode = await cleanMode(runner, change, tool, facade, modes);
      if (mode === null) continue;
      for (const path of [facade, ...parts]) {
        const judged = await judge(runner, change, tool, mode, path);
        proofs.push(...judged.proofs);
        diagnostics.push(...judged.diagnostics);
      }
    }
  }
  return { proofs, diagnostics };
}

/** The most that can be asked: what leaves the base as it is. */
async function cleanMode(
  runner: Runner,
  { before }: Change,
  tool: ConfiguredTool,
  path: string,
  modes: readonly Mode[],
): Promise<Mode | null> {
  for (const [i, mode] of modes.entries()) {
    const text = before.text(path);
    const key = [runner.stage.root, tool.name, i, path];
    if ((await onceFor(before, key, () => format(runner, tool, mode, path, text))) === text) return mode;
  }
  return null;
}

async function judge(
  runner: Runner,
  { after }: Change,
  tool: ConfiguredTool,
  mode: Mode,
  path: string,
): Promise<Judged> {
  const text = after.text(path);
  const wanted = await format(runner, tool, mode, path, text);
  const clean = wanted === text;
  const why = clean
    ? `as ${tool.name} writes it, like the base; shows nothing about the build`
    : `${tool.name} would change it, and would not have changed the base`;
  const proof: Proof = {
    rung: 'B',
    path,
    configuration: tool.name,
    verdict: clean ? 'proven' : 'failed',
    why,
    beside: true,
  };
  if (clean || wanted === null) return { proofs: [proof], diagnostics: [] };
  const suggestions = formatEdits(text, wanted).map((edit) => ({ path, ...edit }));
  const { start, end } = suggestions[0]!;
  return {
    proofs: [proof],
    diagnostics: [{ path, start, end, level: 'warning', code: FORMAT_CODE, message: why, suggestions }],
  };
}

/** @returns null where it is not installed, or cannot read the text */
async function format(
  runner: Runner,
  tool: ConfiguredTool,
  mode: Mode,
  path: string,
  text: string,
): Promise<string | null> {
  const program = findTool(runner.stage.root, tool.folder, packageOf(tool.name), tool.name);
  if (!program) return null;
  const command = ['node', scriptFrom(program, tool.folder), ...mode(within(tool, path))];
  const result = await runStaged(runner, command, tool.folder, { input: text, describe: ({ stderr }) => stderr });
  return result.exitCode === 0 ? result.stdout : null;
}
