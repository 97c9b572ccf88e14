// node bench/corpus/javascript-bundles.mjs --program DIST --tools FOLDER CHECKOUT:FILE ...: splits files of checkouts by S, bundles an entry that takes the
// whole file and one that takes its last exported name before and after, by esbuild and rollup (installed in FOLDER), minified, packages left outside,
// takes the split back, and prints one row of a table a file: bytes, and how much larger. Not part of `npm test`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { program: { type: 'string', default: 'dist' }, tools: { type: 'string', default: '.' } },
});
const load = createRequire(join(resolve(values.tools), 'package.json'));
const esbuild = load('esbuild');
const { rollup } = load('rollup');
const main = join(resolve(values.program), 'src/cli/main.js');

for (const one of positionals) {
  const [checkout, file] = one.split(':');
  process.stdout.write(`${await row(resolve(checkout), file)}\n`);
}

async function row(root, file) {
  const names = await exportsOf(join(root, file));
  const usual = names.includes('default') ? "export { default } from 'FILE';\n" : '';
  const entries = { whole: `export * from 'FILE';\n${usual}`, one: `export { ${names.at(-1)} } from 'FILE';\n` };
  const before = await sizes(root, file, entries);
  const options = ['--limit', '500', '--evidence', 'S', '--anyway', '--json'];
  const ran = spawnSync(process.execPath, [main, 'split', file, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { outcome } = JSON.parse(ran.stdout);
  if (outcome !== 'proven') return `| ${basename(root)} | ${file} | ${outcome} |`;
  const after = await sizes(root, file, entries);
  execFileSync(process.execPath, [main, 'undo'], { cwd: root, stdio: 'ignore' });
  const cells = before.map((old, i) => `${old} | ${after[i]} | ${(((after[i] - old) / old) * 100).toFixed(2)} %`);
  return `| ${[basename(root), file, ...cells].join(' | ')} |`;
}

/** Bytes by esbuild of the whole and of one name, then by rollup. */
async function sizes(root, file, entries) {
  const found = [];
  for (const bundle of [byEsbuild, byRollup])
    for (const text of Object.values(entries)) {
      const entry = join(root, dirname(file), `bundle-entry${extname(file)}`);
      writeFileSync(entry, text.replaceAll('FILE', `./${basename(file)}`));
      found.push(await bundle(entry));
      rmSync(entry);
    }
  return found;
}

async function byEsbuild(entry) {
  const options = { bundle: true, minify: true, write: false, format: 'esm', packages: 'external', platform: 'node' };
  const { outputFiles } = await esbuild.build({ ...options, entryPoints: [entry], logLevel: 'silent' });
  return outputFiles[0].contents.length;
}

async function exportsOf(path) {
  const options = { bundle: true, write: false, format: 'esm', packages: 'external', platform: 'node', metafile: true };
  const { metafile } = await esbuild.build({ ...options, entryPoints: [path], logLevel: 'silent', outdir: 'out' });
  return Object.values(metafile.outputs)[0].exports;
}

/** rollup reads JavaScript: each module is stripped of its types first, and what comes out is minified. */
async function byRollup(entry) {
  const plugin = {
    name: 'types',
    resolveId(name, from) {
      if (from === undefined) return name;
      if (!/^\.\.?(\/|$)/.test(name)) return { id: name, external: true };
      const target = join(dirname(from), name);
      const stem = target.replace(/\.[mc]?js$/, '');
      const tried = [
        target,
        `${stem}.ts`,
        `${stem}.tsx`,
        `${target}.ts`,
        `${target}.js`,
        join(target, 'index.ts'),
        join(target, 'index.js'),
      ];
      return tried.find((one) => existsSync(one) && extname(one) !== '') ?? null;
    },
    transform: async (text, id) =>
      (await esbuild.transform(text, { loader: extname(id).endsWith('x') ? 'tsx' : 'ts' })).code,
  };
  const bundle = await rollup({ input: entry, plugins: [plugin], logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm' });
  return Buffer.byteLength((await esbuild.transform(output[0].code, { minify: true })).code);
}
