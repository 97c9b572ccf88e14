import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One form of an export: Rust items and, where a function fills the module, the lines that do it. */
export interface Form {
  readonly id: string;
  readonly items: string;
  readonly register: string;
  readonly declarative: boolean;
}

/** What differs between versions of PyO3. */
interface Dialect {
  readonly module: string;
  readonly typeOf: string;
  readonly length: string;
}

const dialectOf = (version: string): Dialect =>
  version.startsWith('0.22')
    ? { module: 'new_bound', typeOf: 'get_type_bound', length: '"length"' }
    : { module: 'new', typeOf: 'get_type', length: 'length' };

const HOLDERS = ['functions', 'modules', 'classes', 'enums'];

/** The forms of a folder that a version of PyO3 has. */
export function readForms(folder: string, version: string): Form[] {
  return [...HOLDERS, 'declarative'].flatMap((name) =>
    readFileSync(join(folder, `${name}.txt`), 'utf8')
      .split(/^=== /m)
      .slice(1)
      .flatMap((text): Form[] => {
        const [head = '', ...rest] = text.split('\n');
        const [id = '', ...conditions] = head.trim().split(' ');
        const since = conditions.find((one) => one.startsWith('since='))?.slice(6);
        if (since !== undefined && Number(since.slice(2)) > Number(version.split('.')[1])) return [];
        const [items = '', register = ''] = rest.join('\n').split(/^---$/m);
        return [{ id: `${name}-${id}`.replaceAll('-', '_'), items, register, declarative: name === 'declarative' }];
      }),
  );
}

const IMPORTS = `#![allow(unused, deprecated, unexpected_cfgs, unused_imports, dead_code, clippy::all)]
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};
use pyo3::{wrap_pyfunction, wrap_pymodule};
`;

/** Writes the workspace of crates: \`forms\` with a module for each form, and \`helper\`. */
export function writeCrates(root: string, forms: readonly Form[], version: string): void {
  const { module, typeOf, length } = dialectOf(version);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const spelled = text
      .replaceAll('::MODULE(', `::${module}(`)
      .replaceAll('TYPE_OF::', `${typeOf}::`)
      .replaceAll('LENGTH', length);
    writeFileSync(join(root, path), spelled);
  };
  const manifest = (name: string, more: string): string =>
    `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n${more}\n[dependencies]\npyo3 = { version = "=${version}", features = ["FEATURE"] }\n`;
  put('Cargo.toml', '[workspace]\nresolver = "2"\nmembers = ["forms", "helper"]\n');
  put(
    'forms/Cargo.toml',
    `${manifest('forms', '[lib]\ncrate-type = ["cdylib"]\n\n[features]\ndefault = ["usual"]\nusual = []\nrare = []\n').replace('FEATURE', 'extension-module')}helper = { path = "../helper" }\n`,
  );
  put('helper/Cargo.toml', manifest('helper', '').replace(', features = ["FEATURE"]', ''));
  put('helper/src/lib.rs', HELPER);
  for (const { id, items, register, declarative } of forms)
    if (!declarative)
      put(
        `forms/src/${id}.rs`,
        `${IMPORTS.replace(/^#!.*\n/, '')}${items}\npub fn register(m: &Bound<'_, PyModule>) -> PyResult<()> {\n${register}\n    Ok(())\n}\n`,
      );
  put('forms/src/pool.rs', `${IMPORTS.replace(/^#!.*\n/, '')}${POOL}`);
  put('forms/src/lib.rs', libraryOf(forms));
}

function libraryOf(forms: readonly Form[]): string {
  const functional = forms.filter(({ declarative }) => !declarative);
  const inline = forms.filter(({ declarative }) => declarative);
  return `${IMPORTS}
pub mod pool;
${functional.map(({ id }) => `mod ${id};`).join('\n')}
${inline.map(({ id, items }) => `#[pymodule]\nmod ${id} {\nuse pyo3::prelude::*;\n${items}\n}`).join('\n')}

#[pymodule]
fn forms(py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
${functional.map(({ id }) => `    let sub = PyModule::MODULE(py, "${id}")?;\n    ${id}::register(&sub)?;\n    m.add_submodule(&sub)?;`).join('\n')}
${inline.map(({ id }) => `    m.add_wrapped(wrap_pymodule!(${id}))?;`).join('\n')}
    Ok(())
}
`;
}

const HELPER = `use pyo3::prelude::*;
#[pyclass(name = "SharedThing")]
pub struct Shared { #[pyo3(get)] pub a: i32 }
#[pymethods]
impl Shared { #[new] fn new(a: i32) -> Self { Shared { a } } }
mod hidden { use pyo3::prelude::*; #[pyclass] pub struct Behind; }
pub use hidden::Behind as Alias;
#[pyfunction]
fn by_crate(a: i32) -> i32 { a }
pub fn register(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Shared>()?;
    m.add_function(wrap_pyfunction!(by_crate, m)?)?;
    Ok(())
}
pub mod deep {
    use pyo3::prelude::*;
    #[pyfunction]
    #[pyo3(signature = (b, *, c = "c"))]
    pub fn shared(b: i32, c: &str) -> i32 { let _ = c; b }
    pub fn register(target: &Bound<'_, PyModule>) -> PyResult<()> {
        target.add("DEEP", "deep")?;
        target.add_function(wrap_pyfunction!(shared, target)?)
    }
}
`;

const POOL = `
#[pyfunction]
pub fn pooled(a: i32) -> i32 { a }
#[pyclass]
pub struct Pooled { #[pyo3(get)] pub x: i32 }
pub mod deep {
    use pyo3::prelude::*;
    #[pyfunction]
    pub fn sunk() {}
    #[pyclass]
    pub struct Sunk;
}
mod below { use pyo3::prelude::*; #[pyclass(name = "RaisedUp")] pub struct Raised; }
pub use below::*;
create_exception!(forms, PoolError, PyException);
#[pymodule]
pub fn pooled_module(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add("W", 1) }
pub fn fill(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add("FILLED", 1) }
`;
