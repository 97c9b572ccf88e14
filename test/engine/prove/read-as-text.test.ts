import { expect, it } from 'vitest';
import { NOTHING_ACCEPTED } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { proveChange } from '../../../src/engine/prove/prove-change.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

type Files = Readonly<Record<string, string>>;

const CARGO = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const RUST: readonly [Files, Files] = [
  { 'src/lib.rs': 'pub mod core;\n', 'src/core.rs': 'pub fn one() -> u32 {\n    1\n}\n\npub fn two() {}\n' },
  {
    'src/lib.rs': 'pub mod core;\n',
    'src/core.rs': 'mod one;\n\npub use one::one;\n\npub fn two() {}\n',
    'src/core/one.rs': 'pub fn one() -> u32 {\n    1\n}\n',
  },
];
const SCRIPT: readonly [Files, Files] = [
  { 'src/core.ts': 'export function one() {\n  return 1;\n}\n\nexport function two() {}\n' },
  {
    'src/core.ts': 'export { one } from "./one.js";\n\nexport function two() {}\n',
    'src/one.ts': 'export function one() {\n  return 1;\n}\n',
  },
];

/** What S says of the divided file beside other files of the workspace: its verdict, and a hazard where one is named. */
async function judged([before, after]: readonly [Files, Files], beside: Files): Promise<string> {
  const common = { 'Cargo.toml': CARGO, 'package.json': '{"name":"demo","type":"module"}\n', ...beside };
  const [old, now] = [before, after].map((files) => memoryView({ ...common, ...files }, { readManifests }));
  const paths = Object.keys(after).filter((path) => before[path] !== after[path]);
  const { proofs } = await proveChange({
    before: old!,
    after: now!,
    changeSet: null,
    paths,
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  const said = proofs.filter(({ path }) => /core\.(?:rs|ts)$/.test(path));
  const failed = said.find(({ verdict }) => verdict !== 'proven');
  if (failed) return `${failed.verdict} ${/R\d+/.exec(failed.why)?.[0] ?? failed.why}`;
  const place = said.flatMap(({ weakened }) => weakened?.match(/^\S+:\d+|N2/g) ?? []);
  return ['proven', ...place].join(' ');
}

it.each<[string, typeof RUST, Files, string]>([
  ['nothing', RUST, { 'tests/a.rs': '#[test]\nfn a() {}\n' }, 'proven'],
  [
    'a test by a path',
    RUST,
    { 'tests/a.rs': 'fn a() {\n    std::fs::read_to_string("src/core.rs");\n}\n' },
    'proven tests/a.rs:2 N2',
  ],
  ['a script by a pattern', RUST, { 'build.sh': 'cp src/*.rs out/src/\n' }, 'proven build.sh:1 N2'],
  ['a script by a pattern for all', RUST, { 'build.sh': 'cp --parents src/**/*.rs out/\n' }, 'proven'],
  ['an image by a pattern', SCRIPT, { Dockerfile: 'FROM x\nCOPY src/co*.ts src/\n' }, 'proven Dockerfile:2 N2'],
  [
    'a configuration by a pattern',
    SCRIPT,
    { 'tailwind.config.js': 'export default { content: ["./src/co*.ts"] };\n' },
    'proven tailwind.config.js:1 N2',
  ],
  [
    'a linter by a pattern',
    SCRIPT,
    { 'biome.json': '{\n  "overrides": [{ "includes": ["src/co*.ts"] }]\n}\n' },
    'proven biome.json:2 N2',
  ],
  [
    'a task of gulp by a pattern',
    SCRIPT,
    { 'gulpfile.mjs': "export default () => src('src/co*.ts').pipe(dest('out'));\n" },
    'proven gulpfile.mjs:1 N2',
  ],
  ['a build of another tool by a pattern', SCRIPT, { SConstruct: 'Glob("src/co*.ts")\n' }, 'proven SConstruct:1 N2'],
  ['what an image leaves out', SCRIPT, { '.dockerignore': 'node_modules\nsrc/o*.ts\n' }, 'proven N2'],
  ['what an image leaves out of both', SCRIPT, { '.dockerignore': 'src\n' }, 'proven'],
  ['an archive of Terraform', SCRIPT, { 'main.tf': 'source_file = "src/core.ts"\n' }, 'proven main.tf:1 N2'],
  [
    'an archive of Terraform by the folder of the module',
    SCRIPT,
    { 'infra/main.tf': 'source_file = "${path.module}/../src/core.ts"\n' },
    'proven infra/main.tf:1 N2',
  ],
  [
    'a file that a stack sends alone',
    SCRIPT,
    { 'infra/stack.ts': 'export const code = Code.fromFile({ filePath: join("src", "core.ts") });\n' },
    'proven infra/stack.ts:1 N2',
  ],
  [
    'a page with a checksum',
    SCRIPT,
    { 'index.html': '<script src="/src/core.ts" integrity="sha384-x"></script>\n' },
    'proven index.html:1 N2',
  ],
  ['a page without one', SCRIPT, { 'index.html': '<script src="/src/core.ts"></script>\n' }, 'proven'],
  [
    'a setting by a pattern of names below',
    SCRIPT,
    { 'tsoa.json': '{ "controllerPathGlobs": ["src/**/*core.ts"] }\n' },
    'proven tsoa.json:1 N2',
  ],
  ['a setting by a pattern for all below', SCRIPT, { 'tsoa.json': '{ "globs": ["src/**/*.ts"] }\n' }, 'proven'],
  ['coverage by a pattern', SCRIPT, { '.c8rc': '{ "include": ["src/co*.ts"] }\n' }, 'proven .c8rc:1 N2'],
  ['a script by a pattern that takes both', SCRIPT, { 'build.sh': 'cp src/*.ts out/\n' }, 'proven'],
  [
    'a test by a pattern',
    RUST,
    { 'tests/a.rs': 'fn a(m: &str) {\n    std::fs::read_to_string(format!("src/{m}.rs"));\n}\n' },
    'proven tests/a.rs:2 N2',
  ],
  [
    'a tool that lists the folder',
    RUST,
    { 'tools/count.py': 'import os\n\nprint(len(os.listdir("src")))\n' },
    'proven tools/count.py:3 N2',
  ],
  [
    'a tool that looks at every source',
    RUST,
    { 'tools/count.py': 'from pathlib import Path\n\nprint(list(Path(__file__).parent.parent.rglob("*.rs")))\n' },
    'proven tools/count.py:3 N2',
  ],
  [
    'a library that looks at what users have',
    RUST,
    { 'src/scan.py': 'from pathlib import Path\n\nprint(list(Path(__file__).parent.rglob("*.rs")))\n' },
    'proven',
  ],
  ['another folder', RUST, { 'tools/count.py': 'import os\n\nprint(len(os.listdir("data")), ".rs")\n' }, 'proven'],
  ['a shell script', RUST, { 'count.sh': '#!/bin/sh\ngrep -c "pub fn" src/core.rs\n' }, 'proven count.sh:2 N2'],
  [
    'a script by a path',
    SCRIPT,
    { 'release.mjs': 'import { readFileSync } from "node:fs";\nreadFileSync("src/core.ts", "utf8");\n' },
    'proven release.mjs:2 N2',
  ],
  [
    'a script by joined words',
    SCRIPT,
    { 'release.mjs': 'import { readFileSync } from "node:fs";\nreadFileSync(join("src", "core.ts"));\n' },
    'proven release.mjs:2 N2',
  ],
  [
    'a page that shows a piece',
    RUST,
    { 'docs/a.rst': 'Core\n====\n\n.. literalinclude:: ../src/core.rs\n   :lines: 1-3\n' },
    'proven docs/a.rst:4 N2',
  ],
  [
    'a chapter that shows a piece',
    RUST,
    { 'book/src/a.md': '```rust\n{{#rustdoc_include ../../src/core.rs:1:3}}\n```\n' },
    'proven book/src/a.md:2 N2',
  ],
  ['a page that only speaks of it', RUST, { 'docs/a.md': 'See `src/core.rs`.\n' }, 'proven'],
  ['a page by an alias', SCRIPT, { 'docs/a.md': '<<< @/src/core.ts#one\n' }, 'proven docs/a.md:1 N2'],
  ['a snippet', SCRIPT, { 'docs/a.md': '--8<-- "src/core.ts:one"\n' }, 'proven docs/a.md:1 N2'],
  [
    'a page that shows its text',
    SCRIPT,
    { 'src/demo.ts': 'import text from "./core.ts" with { type: "text" };\n\nconsole.log(text);\n' },
    'proven src/demo.ts:1 N2',
  ],
  [
    'a style sheet that lists it',
    SCRIPT,
    { 'styles/a.css': '@import "tailwindcss";\n@source "../src/core.ts";\n' },
    'proven styles/a.css:2 N2',
  ],
  [
    'a test that stands in for it',
    SCRIPT,
    { 'src/main.test.ts': 'import { vi } from "vitest";\n\nvi.mock("./core.ts", () => ({ two: () => 2 }));\n' },
    'proven',
  ],
  [
    'an importer',
    SCRIPT,
    {
      'src/main.ts':
        'import { readFileSync } from "node:fs";\nimport { one } from "./core.ts";\nreadFileSync("a.txt");\none();\n',
    },
    'proven',
  ],
])('S says of a file that %s reads what it did not compare', async (_, sides, beside, expected) => {
  expect(await judged(sides, beside)).toBe(expected);
});

const READ = 'std::fs::read_to_string';
const MACROS = '[package]\nname = "scan"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\nproc-macro = true\n';
const HELPER = '[package]\nname = "scan"\nversion = "0.1.0"\nedition = "2021"\n';

it.each<[string, Files, string]>([
  [
    'a module of the build script',
    {
      'build.rs': '#[path = "build/scan.rs"]\nmod scan;\nfn main() {}\n',
      'build/scan.rs': `fn a() {\n    ${READ}("src/core.rs");\n}\n`,
    },
    'failed R38',
  ],
  [
    'a build script that joins words',
    { 'build.rs': `fn main() {\n    ${READ}(Path::new("src").join("core").with_extension("rs"));\n}\n` },
    'failed R38',
  ],
  [
    'a program that a build script starts with the folder',
    { 'build.rs': 'fn main() {\n    Command::new("python3").args(["tools/count.py", "src"]).output();\n}\n' },
    'failed R38',
  ],
  [
    'a program that a build script starts with a file',
    { 'build.rs': 'fn main() {\n    Command::new("rustc").arg(Path::new("src").join("probe.rs")).output();\n}\n' },
    'proven',
  ],
  [
    'a program that a build script starts with another folder',
    {
      'build.rs':
        'fn main() {\n    let probe = Path::new("src")\n        .join("probe")\n        .join(name);\n    Command::new("rustc").arg(probe).output();\n}\n',
    },
    'proven',
  ],
  [
    'a program that a build script starts elsewhere',
    { 'build.rs': 'fn main() {\n    Command::new("git").args(["rev-parse", "."]).output();\n}\n' },
    'proven',
  ],
  [
    'what a build script depends on',
    {
      'Cargo.toml': `${CARGO}\n[build-dependencies]\nscan = { path = "scan" }\n`,
      'build.rs': 'fn main() {}\n',
      'scan/Cargo.toml': HELPER,
      'scan/src/lib.rs': `pub fn count(module: &str) {\n    ${READ}(format!("src/{module}.rs"));\n}\n`,
    },
    'failed R38',
  ],
  [
    'a dependency that is not for building',
    {
      'Cargo.toml': `${CARGO}\n[build-dependencies]\n\n[dependencies]\nscan = { path = "scan" }\n`,
      'build.rs': 'fn main() {}\n',
      'scan/Cargo.toml': HELPER,
      'scan/src/lib.rs': `pub fn count(module: &str) {\n    ${READ}(format!("src/{module}.rs"));\n}\n`,
    },
    'proven scan/src/lib.rs:2 N2',
  ],
  [
    'a macro of the workspace',
    {
      'Cargo.toml': `${CARGO}\n[dependencies]\nscan = { path = "scan" }\n`,
      'scan/Cargo.toml': MACROS,
      'scan/src/lib.rs': `pub fn count(root: &str, module: &str) {\n    ${READ}(format!("{root}/src/{module}.rs"));\n}\n`,
    },
    'failed R38',
  ],
])('S takes for R38 what %s reads while the package is built', async (_, beside, expected) => {
  expect(await judged(RUST, beside)).toBe(expected);
});
