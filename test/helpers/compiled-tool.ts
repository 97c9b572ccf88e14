import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Registered in place of the tool's own facts, so that tests of threads do not depend on what these say. */
const PROBES = `
const boom = (text, kind) => { if (text.includes(kind)) { if (kind === 'exit') process.exit(3); throw new Error(kind); } };
export const FACTS = [{
  id: 'probe/names', version: 1, languages: ['rust', 'python', 'javascript'],
  start: () => [],
  enter: { identifier: (node, syntax, names) => { names.push(syntax.text.slice(syntax.start[node], syntax.end[node])); } },
  finish: (names, syntax) => { boom(syntax.text, 'throw'); boom(syntax.text, 'exit'); return names; },
}];
`;

export interface CompiledTool {
  readonly dir: string;
  remove(): void;
}

/** Compiles the tool to a folder of its own: only compiled code can start threads, and be run as a program. */
export function compileTool({ probes = true } = {}): CompiledTool {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'omni-dist-')));
  const tsc = join(PROJECT, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', join(PROJECT, 'tsconfig.build.json'), '--outDir', dir, '--emitDeclarationOnly', 'false'], {
    stdio: 'pipe',
  });
  copyFileSync(join(PROJECT, 'package.json'), join(dir, 'package.json'));
  symlinkSync(realpathSync(join(PROJECT, 'node_modules')), join(dir, 'node_modules'));
  symlinkSync(join(PROJECT, 'grammars'), join(dir, 'grammars'));
  if (probes) writeFileSync(join(dir, 'analyzers/facts.js'), PROBES);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
