import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ShellHome, shellHome, TYPED, typeInShell } from '../../test/helpers/type-in-shell.ts';

/** What a shell has made of a line once Tab was pressed. Throws where the shell is not installed. */
type Completing = (home: ShellHome, line: string, wanted: string) => Promise<boolean>;

const zsh: Completing = async (home, line, wanted) => {
  const setup = `autoload -Uz compinit; compinit -u -D; source ${join(home.folder, 'zsh')}`;
  return (await typeInShell(home, { command: ['zsh', '-f', '-i', '+o', 'promptsp'], setup, line, wanted })).includes(
    wanted,
  );
};

const fish: Completing = async ({ folder, work, env }, line, wanted) => {
  const script = `source ${join(folder, 'fish')}; complete -C '${line}'`;
  const said = execFileSync('fish', ['--no-config', '-c', script], { cwd: work, env, encoding: 'utf8' });
  const words = said.split('\n').map((one) => one.split('\t')[0]);
  return words.includes(wanted.trimEnd().split(' ').at(-1));
};

const home = shellHome();
const lines: string[] = [];
let missed = 0;
for (const [shell, completes] of Object.entries({ zsh, fish })) {
  const version = execFileSync(shell, ['--version'], { encoding: 'utf8' }).trim();
  for (const [line, wanted] of TYPED) {
    const isFine = await completes(home, line, wanted);
    if (!isFine) missed += 1;
    lines.push(`| ${version} | \`${line}\` | \`${wanted.trimEnd()}\` | ${isFine ? 'yes' : 'no'} |`);
  }
}
home.remove();
writeFileSync(
  'docs/measurements/completions.md',
  `# Completions in zsh and fish

\`npm run bench:shells\` tries them again; both shells have to be installed. Those of bash are tried by \`npm test\`.

| shell | typed | wanted | completed |
| --- | --- | --- | --- |
${lines.join('\n')}
`,
);
process.stdout.write(`${lines.length - missed} of ${lines.length} lines completed\n`);
process.exitCode = missed === 0 ? 0 : 1;
