// node runner.mjs HOME ROOT: takes the types out of ROOT's files, each by itself, and runs src/main.js of what comes out.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, root] = process.argv.slice(2);
const ts = createRequire(join(home, 'package.json'))('typescript');
const out = join(home, 'out');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync(join(root, 'package.json'), join(out, 'package.json'));
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const to = join(out, relative(root, file)).replace(/\.ts$/, '.js');
  const text = readFileSync(file, 'utf8');
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(
    to,
    file.endsWith('.ts') ? ts.transpileModule(text, { compilerOptions, fileName: file }).outputText : text,
  );
}
await import(pathToFileURL(join(out, 'src/main.js')).href);
