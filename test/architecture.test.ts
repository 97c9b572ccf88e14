import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stronglyConnected } from '../src/core/graph.ts';
import { type Import, PROJECT, readSources, type SourceFile } from './helpers/read-imports.ts';

/** Each room and the rooms that it may import from; nothing points up. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/languages': ['src/core'],
  'src/process': ['src/core'],
  'src/git': ['src/core', 'src/process'],
  'src/config': ['src/core'],
  'src/workspace': ['src/core', 'src/languages', 'src/git', 'src/config'],
  analyzers: ['src/core', 'src/languages', 'src/git', 'src/config', 'src/workspace'],
  codemods: ['src/core', 'src/languages', 'src/git', 'src/config', 'src/workspace', 'analyzers'],
  'src/engine': [
    'src/core',
    'src/languages',
    'src/process',
    'src/git',
    'src/config',
    'src/workspace',
    'analyzers',
    'codemods',
  ],
  'src/report': [
    'src/core',
    'src/languages',
    'src/git',
    'src/config',
    'src/workspace',
    'analyzers',
    'codemods',
    'src/engine',
  ],
  'src/library': ['src/core', 'src/config', 'src/workspace', 'analyzers', 'codemods', 'src/engine'],
  'src/cli': ['*'],
  'src/tui': ['*'],
  'src/mcp': ['*'],
};

const FACES = ['src/library', 'src/cli', 'src/tui', 'src/mcp'];
const PURE = ['src/core', 'src/languages', 'src/config', 'analyzers', 'codemods', 'src/report'];
/** Parsers are files that ship with this tool, and are told the time to give up. Nothing of either is seen outside. */
const PARSERS = 'src/languages/grammars.ts';
/** Node modules that a pure room may use: they compute, and touch nothing outside. */
const COMPUTING = new Set(['node:crypto', 'node:util', 'node:module', 'node:path', 'node:path/posix', 'node:buffer']);

const sources = readSources();
const roomOf = (path: string): string =>
  path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!;
const imports = sources.flatMap((source) => source.imports);
const inside = (item: Import): boolean => /\.(ts|tsx|json)$/.test(item.to) && !item.to.startsWith('node:');

describe('laws of the house', () => {
  test('every file stands in a known room', () => {
    expect(sources.map((source) => roomOf(source.path)).filter((room) => !(room in MAY_IMPORT))).toEqual([]);
    expect(sources.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('no arrow points up', () => {
    const up = imports.filter(inside).filter(({ from, to }) => {
      const allowed = MAY_IMPORT[roomOf(from)]!;
      return roomOf(from) !== roomOf(to) && !allowed.includes('*') && !allowed.includes(roomOf(to));
    });
    expect(up.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('a prover decides for itself: it imports nothing of the codemods that it judges', () => {
    const borrowed = imports.filter(
      ({ from, to }) => from.startsWith('src/engine/prove/') && to.startsWith('codemods/'),
    );
    expect(borrowed.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('faces do not import one another, but for the command line opening the others', () => {
    const across = imports
      .filter(inside)
      .filter(
        ({ from, to }) => FACES.includes(roomOf(to)) && roomOf(from) !== roomOf(to) && roomOf(from) !== 'src/cli',
      );
    expect(across).toEqual([]);
  });

  test('analyzers and codemods take only types from git', () => {
    const values = imports.filter(
      ({ from, to, typeOnly }) => /^(analyzers|codemods)\//.test(from) && to.startsWith('src/git/') && !typeOnly,
    );
    expect(values).toEqual([]);
  });

  test('no import cycle, not even of types', () => {
    const names = sources.map((source) => source.path);
    const index = new Map(names.map((name, i) => [name, i]));
    const edges = sources.map((source) => source.imports.flatMap((item) => index.get(item.to) ?? []));
    const circles = stronglyConnected(edges).filter(
      (component) => component.length > 1 || edges[component[0]!]!.includes(component[0]!),
    );
    expect(circles.map((component) => component.map((i) => names[i]))).toEqual([]);
  });

  test('pure rooms touch no file, program, network or clock', () => {
    const isPure = (path: string): boolean => PURE.includes(roomOf(path)) && path !== PARSERS;
    const touching = imports.filter(({ from, to }) => isPure(from) && to.startsWith('node:') && !COMPUTING.has(to));
    expect(touching.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    const clocks = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bprocess\.(env|argv|cwd|platform)\b/;
    expect(
      matching(
        sources.filter(({ path }) => isPure(path)),
        clocks,
      ),
    ).toEqual([]);
  });

  test('programs start only in src/process', () => {
    const starters = imports.filter(({ from, to }) => to === 'node:child_process' && roomOf(from) !== 'src/process');
    expect(starters).toEqual([]);
    const users = imports.filter(
      ({ from, to }) =>
        to.startsWith('src/process/') &&
        !['src/process', 'src/git', 'src/engine', 'src/tui', 'src/mcp'].includes(roomOf(from)),
    );
    expect(users).toEqual([]);
  });

  test('no result depends on locale or chance', () => {
    expect(matching(sources, /\blocaleCompare\b|\bMath\.random\b|\btoLocale|\bIntl\./)).toEqual([]);
  });

  test('what is printed as JSON goes through one place, which escapes what a terminal could obey', () => {
    const printing = sources.filter(({ path }) => /^src\/(report|cli)\//.test(path) && !path.includes('/page/'));
    const others = printing.filter(({ path }) => path !== 'src/report/json-text.ts');
    // The plan's YAML is made of a copy of its data.
    expect(matching(others, /\bJSON\.stringify\b/).map((line) => line.split(':')[0])).toEqual([
      'src/report/plan/render-plan.ts',
    ]);
  });

  test('only a face ends the process or writes to the terminal', () => {
    const others = sources.filter((source) => !FACES.includes(roomOf(source.path)));
    expect(matching(others, /\bprocess\.(exit|exitCode|stdout|stderr)\b|\bconsole\./)).toEqual([]);
  });

  test('the environment is read at the door and handed in; only what starts programs hands all of it on', () => {
    const reading = matching(sources, /\bprocess\.env\b/).map((line) => line.split(':')[0]);
    expect([...new Set(reading)].sort()).toEqual([
      'src/cli/main.ts',
      'src/cli/process-io.ts',
      'src/library/open-workspace.ts',
      'src/library/prove.ts',
      'src/process/start-program.ts',
      'src/tui/show-frames.ts',
    ]);
  });

  test('what a tool said is kept for one state of the workspace, never for the whole process', () => {
    const rooms = sources.filter(({ path }) => /^src\/engine\/(?:prove|toolchains|stage|verify)\//.test(path));
    expect(matching(rooms, /^(?:export )?(?:let \w|const \w+(?:: [^=]+)? = new Map\b)/)).toEqual([]);
  });

  test('the parser runs in one place, and no parser is loaded beside it', () => {
    const parsers = imports.filter(({ to }) => /^tree-sitter/.test(to));
    expect(parsers).toEqual([]);
    const programs = sources.filter(({ text }) => text.includes('new WebAssembly.'));
    expect(programs.map(({ path }) => path).sort()).toEqual(['src/languages/flatten/open-reader.ts', PARSERS]);
  });
});

describe('registries are complete', () => {
  test.each(['analyzers', 'codemods'])('%s/index.ts names every folder that defines one', (folder) => {
    const kind = folder === 'analyzers' ? 'defineAnalyzer' : 'defineCodemod';
    const defining = sources.filter(
      (source) =>
        source.path.startsWith(`${folder}/`) &&
        new RegExp(`= ${kind}[(<]`).test(source.text) &&
        !/\/define-/.test(source.path),
    );
    const index = sources.find((source) => source.path === `${folder}/index.ts`);
    if (defining.length === 0 && !existsSync(join(PROJECT, folder, 'index.ts'))) return;
    // A part of the list may stand in a file beside it, for those who need no more.
    const parts = sources.filter(
      ({ path }) => index!.imports.some(({ to }) => to === path) && /^\w+\/[\w-]+\.ts$/.test(path),
    );
    const listed = new Set([index!, ...parts].flatMap(({ imports }) => imports.map((item) => item.to)));
    expect(defining.map((source) => source.path).filter((path) => !listed.has(path))).toEqual([]);
  });
});

test('no file is longer than 500 lines, and half of them are short', () => {
  const lengths = sources.map((source) => source.text.split('\n').length - 1).sort((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(500);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(110);
});

test('names of folders and files are kebab-case, but for components', () => {
  const odd = sources
    .map((source) => source.path.split('/').at(-1)!)
    .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$|^[A-Z][A-Za-z0-9]*\.tsx$|^[a-z0-9-]+\.tsx$/.test(name));
  expect(odd).toEqual([]);
  expect(readdirSync(join(PROJECT, 'src')).filter((name) => /utils|helpers|manager/i.test(name))).toEqual([]);
});

function matching(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((source) =>
    source.text
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${source.path}:${i + 1} ${line.trim()}`] : [],
      ),
  );
}
