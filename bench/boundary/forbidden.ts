// Seeded forbidden imports: how many are told, and whether anything is told of a workspace that keeps its rules; tach and import-linter judge
// the Python half of the same files.
//   npx tsx bench/boundary/forbidden.ts [--seeds 249] [--tools BIN_FOLDER] [--out FOLDER]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundary } from '../../analyzers/boundary/index.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import { FORM_COUNT, formOf } from './forbidden-forms.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: String(3 * FORM_COUNT) },
    tools: { type: 'string' },
    out: { type: 'string' },
  },
});

const CONFIG = `[boundary]
dependencies = "off"
[[boundary.rule]]
id = "core-below-cli"
from = ["py:app.core.*"]
forbid = ["py:app.cli.*"]
instead = "hand it in"
[[boundary.rule]]
id = "by-bridge"
from = ["py:app.*"]
forbid = ["native:app._core"]
except = ["py:app.bridge"]
instead = "import app.bridge"
[[boundary.rule]]
id = "model-below-http"
from = ["rs:core::model::*"]
forbid = ["rs:core::http::*", "rs:wire::*"]
instead = "hand it in"
`;

const FILES: Readonly<Record<string, string>> = {
  'omni-refactor.toml': CONFIG,
  'Cargo.toml':
    '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\ncrate-type = ["cdylib", "rlib"]\n\n[dependencies]\npyo3 = "0.30"\nwire = { path = "wire" }\n',
  'src/lib.rs':
    "use pyo3::prelude::*;\nmod http;\nmod model;\nmod util;\n#[pyfunction]\nfn add(a: i32) -> i32 { a }\n#[pymodule]\nfn _core(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add_function(wrap_pyfunction!(add, m)?) }\n",
  'src/http.rs':
    'use crate::model::Model;\nuse wire::Frame;\npub struct Server(pub Model, pub Frame);\npub fn serve() {}\n',
  'src/model.rs': 'pub mod deep;\nuse crate::util::short;\npub struct Model;\npub fn name() -> i32 { short() }\n',
  'src/model/deep.rs': 'use super::Model;\nuse crate::util;\npub fn make() -> Model { util::short(); Model }\n',
  'src/util.rs': 'pub fn short() -> i32 { 1 }\n',
  'wire/Cargo.toml': '[package]\nname = "wire"\nversion = "0.1.0"\nedition = "2021"\n',
  'wire/src/lib.rs': 'pub struct Frame;\n',
  'pyproject.toml':
    '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "app"\nversion = "0.1.0"\n\n[tool.maturin]\nmodule-name = "app._core"\npython-source = "python"\n',
  'python/app/__init__.py': '',
  'python/app/bridge.py': 'from app import _core\nadd = _core.add\n',
  'python/app/cli/__init__.py': '',
  'python/app/cli/options.py':
    'from app.core.run import run\nfrom app.util import text\ndef parse():\n    return run(), text\n',
  'python/app/core/__init__.py': '',
  'python/app/core/run.py':
    'from app.core.model import Model\nfrom app.bridge import add\ndef run():\n    return Model, add\n',
  'python/app/core/model.py': 'from ..util import text\nclass Model:\n    name = text\n',
  'python/app/core/store.py': 'from . import model\n',
  'python/app/util.py': 'text = "a"\n',
  // The native module is built, as it is where the tools run.
  'tach.toml':
    'source_roots = ["python"]\nignore_type_checking_imports = true\n\n[[modules]]\npath = "app.cli"\ndepends_on = ["app.core", "app.util", "app.bridge"]\n\n[[modules]]\npath = "app.core"\ndepends_on = ["app.util", "app.bridge"]\n\n[[modules]]\npath = "app.util"\ndepends_on = []\n\n[[modules]]\npath = "app._core"\ndepends_on = []\n\n[[modules]]\npath = "app.bridge"\ndepends_on = ["app._core"]\n',
  '.importlinter':
    '[importlinter]\nroot_packages =\n    app\n\n[importlinter:contract:1]\nname = core below cli\ntype = forbidden\nsource_modules = app.core\nforbidden_modules = app.cli\n\n[importlinter:contract:2]\nname = by bridge\ntype = forbidden\nsource_modules =\n    app.core\n    app.cli\n    app.util\nforbidden_modules = app._core\nallow_indirect_imports = True\n',
};

function told(files: Readonly<Record<string, string>>): string[] {
  const view = createView({
    files: Object.entries(files).map(([path, text]) => textEntry(path, text)),
    read: ({ path }) => files[path]!,
    known: () => null,
    readManifests,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: parseConfig(CONFIG, 'omni-refactor.toml'),
    today: '2026-01-01',
  });
  return boundary.run(view).findings.map(({ rule, place }) => `${rule} ${place.path}`);
}

const out = values.out ?? mkdtempSync(join(tmpdir(), 'boundary-'));
function fails(tool: 'tach' | 'lint-imports', files: Readonly<Record<string, string>>): boolean {
  for (const [path, text] of Object.entries({ ...files, 'python/app/_core.py': 'def add(a):\n    return a\n' })) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const args = tool === 'tach' ? ['check'] : ['--no-cache'];
  const done = spawnSync(join(values.tools!, tool), args, {
    cwd: out,
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: join(out, 'python'), PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (done.error) throw done.error;
  if (done.status !== 0 && !/[Ff]orbidden|broken|Cannot|cannot|❌|\[FAIL\]/.test(done.stdout + done.stderr))
    throw new Error(`${tool}: ${done.stdout}${done.stderr}`);
  return done.status !== 0;
}

const clean = told(FILES);
const count = { ours: 0, python: 0, oursPython: 0, tach: 0, lint: 0 };
const missed: Record<string, Set<string>> = { ours: new Set(), tach: new Set(), lint: new Set() };
const hasTools = values.tools !== undefined;
const alarms = hasTools ? { tach: fails('tach', FILES), lint: fails('lint-imports', FILES) } : null;
const seeds = Number(values.seeds);
for (let seed = 0; seed < seeds; seed++) {
  const form = formOf(seed);
  const files = { ...FILES, [form.path]: `${FILES[form.path]}${form.text}` };
  const isFound = told(files).some((line) => line === `boundary-forbidden ${form.path}`);
  if (isFound) count.ours += 1;
  else missed.ours!.add(form.id);
  if (form.half === 'rust') continue;
  count.python += 1;
  if (isFound) count.oursPython += 1;
  if (!hasTools) continue;
  if (fails('tach', files)) count.tach += 1;
  else missed.tach!.add(form.id);
  if (fails('lint-imports', files)) count.lint += 1;
  else missed.lint!.add(form.id);
}
const percent = (part: number, of: number): string => `${part} of ${of} (${((part * 100) / of).toFixed(1)} %)`;
const list = (ids: ReadonlySet<string>): string => (ids.size === 0 ? '' : `; not: ${[...ids].join(', ')}`);
process.stdout.write(
  `omni-refactor: ${percent(count.ours, seeds)}, Python half ${percent(count.oursPython, count.python)}, ${clean.length} alarms where nothing is forbidden${list(missed.ours!)}\n`,
);
if (alarms)
  process.stdout.write(
    `tach: ${percent(count.tach, count.python)}${alarms.tach ? ', AN ALARM on clean files' : ''}${list(missed.tach!)}\nimport-linter: ${percent(count.lint, count.python)}${alarms.lint ? ', AN ALARM on clean files' : ''}${list(missed.lint!)}\n`,
  );
