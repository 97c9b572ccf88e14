// npm run grammars [-- --check] : makes grammars/*.wasm of what the lock pins: the tree-sitter library, one generated parser each, and the C beside this
// file. The compiler is zig, from PyPI (about 100 MB, into a temporary folder), or what the variable ZIG names. The same bytes come out on every
// machine; with --check they are compared with grammars/hashes.json and nothing is written.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ZIG_VERSION = '0.17.1';
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(PROJECT, 'node_modules');

/** The folder of each generated parser in its package; TypeScript's two share a scanner. */
const PARSERS = {
  rust: ['tree-sitter-rust', 'src'],
  python: ['tree-sitter-python', 'src'],
  typescript: ['tree-sitter-typescript', 'typescript/src'],
  tsx: ['tree-sitter-typescript', 'tsx/src'],
};

// No file is opened and nothing is logged, so no trace of a path or a clock is in the result.
const FLAGS = [
  '-target wasm32-wasi -mexec-model=reactor -mcpu=generic+bulk_memory+sign_ext+nontrapping_fptoint',
  '-O3 -flto -DNDEBUG -fno-sanitize=all -w -s -Wl,--gc-sections -Wl,-z,stack-size=1048576',
  // The library asks for the name of the system only to find out how numbers are stored.
  '-D__GNU__',
].flatMap((line) => line.split(' '));

const work = mkdtempSync(join(tmpdir(), 'omni-grammars-'));
try {
  const zig = process.env.ZIG ?? fetchZig(join(work, 'zig'));
  const hashes = {};
  for (const grammar of Object.keys(PARSERS)) hashes[grammar] = build(grammar, zig);
  if (process.argv.includes('--check')) check(hashes);
  else writeFileSync(join(PROJECT, 'grammars/hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function fetchZig(folder) {
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, `ziglang==${ZIG_VERSION}`];
  execFileSync('python3', pip, { stdio: ['ignore', 'inherit', 'inherit'] });
  return join(folder, 'ziglang', 'zig');
}

/** Compiles a grammar, and returns the hash of what came out. All paths are relative: none can get into the result. */
function build(grammar, zig) {
  const folder = join(work, grammar);
  layOut(grammar, folder);
  const source = PARSERS[grammar][1];
  const includes = ['ours', 'library/include', 'library/src', `parser/${source}`].map((path) => `-I${path}`);
  const units = ['ours/reader.c', 'ours/columns.c', 'ours/memory.c', 'ours/lexer.c'];
  const files = [...units, 'library/src/lib.c', `parser/${source}/scanner.c`];
  const own = [`-DGRAMMAR=tree_sitter_${grammar}`, '-o', 'out.wasm'];
  execFileSync(zig, ['cc', ...FLAGS, ...includes, ...own, ...files], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ZIG_GLOBAL_CACHE_DIR: join(work, 'cache'), ZIG_LOCAL_CACHE_DIR: join(work, 'cache') },
  });
  const bytes = readFileSync(join(folder, 'out.wasm'));
  const hash = createHash('sha256').update(bytes).digest('hex');
  process.stdout.write(`${grammar}.wasm ${bytes.length} ${hash}\n`);
  if (!process.argv.includes('--check')) writeFileSync(join(PROJECT, `grammars/${grammar}.wasm`), bytes);
  return hash;
}

function layOut(grammar, folder) {
  const [name, source] = PARSERS[grammar];
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(folder, 'ours'), { recursive: true });
  cpSync(join(MODULES, 'tree-sitter/vendor/tree-sitter/lib'), join(folder, 'library'), { recursive: true });
  const parser = join(folder, 'parser', source);
  cpSync(join(MODULES, name, source), parser, { recursive: true });
  if (name === 'tree-sitter-typescript')
    cpSync(join(MODULES, name, 'common'), join(folder, 'parser/common'), { recursive: true });
  rewrite(join(parser, 'parser.c'), (text) => asVersion14(text));
  rewrite(join(parser, 'tree_sitter/parser.h'), (text) => text.replace(/ *uint16_t reserved_word_set_id;\n/, ''));
  copyFileSync(join(parser, 'parser.c'), join(folder, 'ours/generated.c'));
}

/**
 * What is published compiled of tree-sitter-rust has version 14 of the format, its source has 15: the same tables, and words that are reserved
 * in some places only, of which this grammar has none.
 */
function asVersion14(text) {
  if (!text.includes('#define LANGUAGE_VERSION 15')) return text;
  if (!text.includes('#define MAX_RESERVED_WORD_SET_SIZE 0'))
    throw new Error('a grammar with reserved words needs a library that knows them');
  return text.replace('#define LANGUAGE_VERSION 15', '#define LANGUAGE_VERSION 14');
}

function rewrite(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function check(hashes) {
  const known = JSON.parse(readFileSync(join(PROJECT, 'grammars/hashes.json'), 'utf8'));
  const differing = Object.keys(PARSERS).filter((grammar) => known[grammar] !== hashes[grammar]);
  if (differing.length > 0) throw new Error(`other bytes come out for ${differing.join(', ')}`);
}
