// npm run new -- hazard|rule|codemod NAME: the files of one more, ready to run; what only you can say is marked TODO.
// Nothing is overwritten.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codemod } from './codemod.mjs';
import { hazard } from './hazard.mjs';
import { rule } from './rule.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const KINDS = { hazard, rule, codemod };

const fail = (text) => {
  process.stderr.write(text);
  process.exit(2);
};

const [kind, name] = process.argv.slice(2);
const scaffold = KINDS[kind];
if (!scaffold?.pattern.test(name ?? ''))
  fail(
    `usage: npm run new -- KIND NAME\n${Object.entries(KINDS)
      .map(([id, { example }]) => `  npm run new -- ${id} ${example}\n`)
      .join('')}`,
  );
const files = Object.entries(scaffold.files(name));
const taken = files.find(([path]) => existsSync(join(PROJECT, path)));
if (taken) fail(`error: ${taken[0]} already exists; numbers and names are never used again\n`);
for (const [path, text] of files) {
  mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
  writeFileSync(join(PROJECT, path), text);
  process.stdout.write(`wrote ${path}\n`);
}
for (const [path, edit] of Object.entries(scaffold.edits(name))) {
  writeFileSync(join(PROJECT, path), edit(readFileSync(join(PROJECT, path), 'utf8')));
  process.stdout.write(`edited ${path}\n`);
}
process.stdout.write(
  `then:\n${scaffold
    .next(name)
    .map((line) => `  ${line}\n`)
    .join('')}`,
);
