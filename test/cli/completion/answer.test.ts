import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerText, answerTo } from '../../../src/cli/completion/answer.ts';
import { sourceFor } from '../../../src/cli/completion/sources.ts';
import type { Io } from '../../../src/cli/io.ts';
import { LOOK_ROWS } from '../../../src/cli/take-look.ts';
import { commandTable } from '../../../src/cli/write-command-table.ts';
import { runOmni } from '../../helpers/run-omni.ts';

const root = mkdtempSync(join(tmpdir(), 'omni-answer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'src'));
writeFileSync(join(root, 'omni-refactor.toml'), '');
writeFileSync(
  join(root, 'src/shapes.rs'),
  'pub struct Square;\n\npub fn area(side: u32) -> u32 {\n    side * side\n}\n',
);

const known = { rows: await commandTable(), look: LOOK_ROWS };
const io = { cwd: root, env: { OMNI_REFACTOR_STATE: join(root, 'state') } } as unknown as Io;

/** What a shell is told, without what is said of each. */
const answer = async (...words: string[]): Promise<string[]> =>
  answerText(await answerTo(known, words, sourceFor(io)))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0]!);

test.each([
  [['hot'], ['none', 'hotspots']],
  [
    ['-q', 'spl'],
    ['none', 'split'],
  ],
  [
    ['--color', 'a'],
    ['none', 'auto', 'always'],
  ],
  [
    ['mcp', 'pr'],
    ['folders', 'probe'],
  ],
  [
    ['split', '--evid'],
    ['none', '--evidence', '--evidence-out'],
  ],
  [
    ['split', '--evidence', 'S,B,'],
    ['none', 'S,B,A', 'S,B,M', 'S,B,T'],
  ],
  [
    ['hotspots', '--lang=py'],
    ['none', '--lang=python'],
  ],
  [
    ['hotspots', '--lang', '-q', '--sort', 'cog'],
    ['none', 'cognitive'],
  ],
  [['report', '-o', ''], ['files']],
  [['split', '--root', ''], ['folders']],
  [
    ['check', 'readm'],
    ['files', 'readmes'],
  ],
  [
    ['explain', 'R10'],
    ['none', 'R10'],
  ],
  [
    ['init', 'rel'],
    ['none', 'release'],
  ],
  [
    ['completions', 'z'],
    ['none', 'zsh'],
  ],
  [
    ['run', 'rust/let'],
    ['files', 'rust/let-else'],
  ],
  [
    ['move', '--from', 'src/shapes.rs', ''],
    ['none', 'Square', 'area'],
  ],
  [['move', '--from', 'src/gone.rs', ''], ['none']],
  [
    ['hotspots', '--explain', 'src/shapes.rs:a'],
    ['files', 'src/shapes.rs:area'],
  ],
  [['nosuch', ''], ['none']],
])('%j', async (words, expected) => {
  expect(await answer(...words)).toEqual(expected);
});

test('plans stand before other files', async () => {
  writeFileSync(join(root, 'other.yaml'), 'a: 1\n');
  await runOmni(root, ['plan', 'src/shapes.rs', '-o', 'shapes.yaml']);
  expect(await answer('apply', '')).toEqual(['files', 'shapes.yaml']);
  expect(await answer('split', 'src/shapes.rs', '--plan', '')).toEqual(['files', 'shapes.yaml']);
  expect(await answer('plan', 'src/shapes.rs', '--previous', './sh')).toEqual(['files', './shapes.yaml']);
});

test('a shell asks by the command line', async () => {
  const { exitCode, stdout } = await runOmni(root, ['completions', 'answer', '--', 'split', '--in-p']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^none\n--in-place\t.+\n$/) });
});
