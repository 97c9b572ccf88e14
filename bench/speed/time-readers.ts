// npm run bench:readers -- ROUNDS BYTES WEB GRAMMAR=FOLDER… : the ways to a tree beside each other, each in a process of its own, in interleaved rounds: the
// binding's parse, that with a bare walk of its cursor, web-tree-sitter with its cursor, and our parsers, which flatten as well. WEB is the
// module file of web-tree-sitter, which is not installed with this project.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './measure-command.ts';

interface Measured {
  readonly first: number;
  readonly best: number;
  readonly nodes: number;
  readonly peak: number;
}

const [rounds, bytes, web, ...corpora] = process.argv.slice(2) as [string, string, string, ...string[]];
const NAMES = ['binding-parse', 'binding-walk', 'web-tree-sitter', 'ours'];

function measure(reader: string, grammar: string, folder: string): Measured {
  const args = [join(import.meta.dirname, 'readers.js'), reader, grammar, bytes, folder, web];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${reader} failed: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as Measured;
}

for (const corpus of corpora) {
  const [grammar, folder] = corpus.split('=') as [string, string];
  const runs = new Map<string, Measured[]>(NAMES.map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round++)
    for (const name of NAMES) runs.get(name)!.push(measure(name, grammar, folder));
  for (const [name, all] of runs) {
    const of = (column: keyof Measured): number => median(all.map((one) => one[column]));
    process.stdout.write(
      `| ${grammar} | ${name} | ${of('nodes')} | ${of('first').toFixed(2)} | ${of('best').toFixed(2)} | ${of('peak').toFixed(0)} |\n`,
    );
  }
}
