import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runCommand } from '../corpus/run-command.ts';
import type { Peer, Told } from './told.ts';

const PINNED = ['radon==6.0.1', 'mccabe==0.7.0', 'flake8==7.5.0', 'ruff==0.17.6', 'lizard==1.24.0'];

/** The tools that pip installs, in a virtual environment below the folder; made at first use. */
export function pythonPeers(folder: string): Peer[] {
  const venv = join(folder, 'venv');
  const bin = (name: string): string => join(venv, 'bin', name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(bin('python'))) mustRun(['python3', '-m', 'venv', venv], folder);
  mustRun([bin('pip'), 'install', '--quiet', ...PINNED], folder);
  const version = (name: string): string =>
    mustRun(
      [bin('python'), '-c', `from importlib.metadata import version; print("${name}", version("${name}"))`],
      folder,
    ).trim();
  return [
    { dialect: 'radon', version: version('radon'), ask: (root) => askRadon(bin('radon'), root) },
    {
      dialect: 'mccabe',
      version: `${version('mccabe')} by ${version('flake8')}`,
      ask: (root) => askFlake8(bin('flake8'), root),
    },
    { dialect: 'ruff', version: version('ruff'), ask: (root) => askRuff(bin('ruff'), root) },
    { dialect: 'lizard', version: version('lizard'), ask: (root) => askLizard(bin('lizard'), root) },
  ];
}

interface RadonBlock {
  readonly type: 'function' | 'method' | 'class';
  readonly name: string;
  readonly lineno: number;
  readonly complexity: number;
  readonly closures?: readonly RadonBlock[];
}

function askRadon(program: string, root: string): Told[] {
  const answer = mustRun([program, 'cc', '--json', '--show-closures', root], root);
  const files = JSON.parse(answer) as Readonly<Record<string, readonly RadonBlock[] | { readonly error: string }>>;
  const told: Told[] = [];
  for (const [path, blocks] of Object.entries(files)) {
    // A file that it cannot parse.
    if (!Array.isArray(blocks)) continue;
    const open = [...(blocks as readonly RadonBlock[])];
    for (let block = open.pop(); block; block = open.pop()) {
      open.push(...(block.closures ?? []));
      const { type, lineno, name, complexity } = block;
      if (type !== 'class') told.push({ path, line: lineno, name, metric: 'cyclomatic', value: complexity });
    }
  }
  return told;
}

function askFlake8(program: string, root: string): Told[] {
  const format = '--format=%(path)s\t%(row)d\t%(text)s';
  const command = [
    program,
    '--isolated',
    '--disable-noqa',
    '--select=C901',
    '--max-complexity=0',
    '--exclude=.git',
    format,
    root,
  ];
  // 1 is its way to say that it found something.
  const { stdout, exitCode, stderr } = runCommand(command, root);
  if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
  return stdout.split('\n').flatMap((row) => {
    const [path, line, text = ''] = row.split('\t');
    const found = /^'(.*)' is too complex \((\d+)\)/.exec(text);
    return found
      ? [{ path: path!, line: Number(line), name: found[1]!, metric: 'cyclomatic', value: Number(found[2]) }]
      : [];
  });
}

interface RuffFinding {
  readonly code: string | null;
  readonly filename: string;
  readonly message: string;
  readonly location: { readonly row: number };
}

function askRuff(program: string, root: string): Told[] {
  const options = [
    '--isolated',
    '--no-cache',
    '--ignore-noqa',
    '--no-respect-gitignore',
    '--target-version=py314',
    '--exit-zero',
  ];
  const command = [
    program,
    'check',
    ...options,
    '--select=C901',
    '--config=lint.mccabe.max-complexity=0',
    '--output-format=json',
    root,
  ];
  const findings = JSON.parse(mustRun(command, root)) as readonly RuffFinding[];
  return findings.flatMap(({ code, filename, message, location }) => {
    const found = /^`(.*)` is too complex \((\d+) >/.exec(message);
    return code === 'C901' && found
      ? [{ path: filename, line: location.row, name: found[1]!, metric: 'cyclomatic', value: Number(found[2]) }]
      : [];
  });
}

function askLizard(program: string, root: string): Told[] {
  const { stdout } = runCommand([program, '--csv', '-l', 'rust', '-l', 'python', root], root);
  return stdout.split('\n').flatMap((row) => {
    const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, ''),
    );
    const [, ccn, , , , , path, name, , line] = cells;
    return line === undefined || ccn === undefined || path === undefined || name === undefined
      ? []
      : [{ path, line: Number(line), name, metric: 'cyclomatic', value: Number(ccn) }];
  });
}
