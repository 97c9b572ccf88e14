// npm run case -- LANGUAGE NAME: the cases of one language's split whose name holds NAME.
import { spawnSync } from 'node:child_process';

const [language, name] = process.argv.slice(2);
if (!['rust', 'python', 'javascript'].includes(language) || name === undefined) {
  process.stderr.write('usage: npm run case -- rust|python|javascript NAME\n');
  process.exit(2);
}
const args = ['vitest', 'run', `test/codemods/${language}/split-module.test.ts`, '-t', name];
process.exit(spawnSync('npx', args, { stdio: 'inherit' }).status ?? 1);
