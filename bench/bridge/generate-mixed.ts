/** A generated workspace in which both sides agree, as texts to be changed by one drift. */
export interface Mixed {
  readonly rust: string;
  readonly helper: string;
  readonly python: Readonly<Record<string, string>>;
}

/** Numbers of a seed, the same on every machine (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WORDS = [
  'press',
  'squeeze',
  'fold',
  'stack',
  'merge',
  'trace',
  'weigh',
  'probe',
  'route',
  'bind',
  'carve',
  'drain',
];

/** Functions, classes, constants, an enum and a submodule, over two crates; every one of them is used by Python in several forms. */
export function generateMixed(seed: number): Mixed {
  const random = randomOf(seed);
  const count = 3 + random(4);
  const names = WORDS.slice(random(4)).slice(0, count);
  const limit = 1 + random(90);
  const functions = names.map(
    (name) => `#[pyfunction]
#[pyo3(signature = (first_${name}, second=${limit}, *, deep_${name}=None))]
pub fn ${name}(first_${name}: i32, second: i32, deep_${name}: Option<i32>) -> i32 { let _ = deep_${name}; first_${name} + second }
`,
  );
  const declarative = random(2) === 0;
  const rust = `use pyo3::prelude::*;
use pyo3::create_exception;
create_exception!(_core, Broken, pyo3::exceptions::PyException);
${functions.join('')}
#[pyclass(get_all, subclass)]
pub struct Point { x: i32, y_part: i32 }
#[pymethods]
impl Point {
    #[new]
    fn new(x: i32) -> Self { Point { x, y_part: 0 } }
    fn moved(&self, by: i32, twice: bool) -> i32 { if twice { by * 2 } else { by } }
    #[staticmethod]
    fn origin() -> Self { Point { x: 0, y_part: 0 } }
    #[getter]
    fn length(&self) -> f64 { 0.0 }
}
#[pyclass(eq, eq_int)]
#[derive(PartialEq)]
pub enum Color { Red, Green }
fn fill_inner(inner: &Bound<'_, PyModule>) -> PyResult<()> {
    inner.add_function(wrap_pyfunction!(${names[0]}, inner)?)?;
    inner.add("DEPTH", 3)?;
    Ok(())
}
#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> {
${names.map((name) => `    m.add_function(wrap_pyfunction!(${name}, m)?)?;`).join('\n')}
    m.add_class::<Point>()?;
    m.add_class::<Color>()?;
    m.add("LIMIT", ${limit})?;
    m.add("Broken", m.py().get_type::<Broken>())?;
    helper::register(m)?;
    let inner = PyModule::new(m.py(), "inner")?;
    fill_inner(&inner)?;
    m.add_submodule(&inner)?;
    Ok(())
}
`;
  return { rust, helper: HELPER, python: pythonOf(names, limit, declarative) };
}

const HELPER = `use pyo3::prelude::*;
#[pyfunction]
pub fn shared(value: i32) -> i32 { value }
pub fn register(target: &Bound<'_, PyModule>) -> PyResult<()> {
    target.add_function(wrap_pyfunction!(shared, target)?)
}
`;

function pythonOf(names: readonly string[], limit: number, starred: boolean): Record<string, string> {
  const [first = '', second = ''] = names;
  return {
    'python/acme/__init__.py': starred
      ? 'from ._core import *\n'
      : `from ._core import Point, Color, ${names.join(', ')}\n`,
    'python/acme/direct.py': `from ._core import LIMIT, Broken, shared, ${names.join(', ')}
${names.map((name) => `${name}(1)\n${name}(1, 2)\n${name}(first_${name}=1, second=2, deep_${name}=3)`).join('\n')}
shared(1)
try:
    shared(LIMIT)
except Broken:
    pass
`,
    'python/acme/module.py': `from . import _core as native
def run(values):
    point = native.Point(1)
    point.moved(1, twice=True)
    native.Point.origin()
    return [native.${first}(value) for value in values], native.Color.Red, native.Color.Green, native.inner.${first}(1), native.inner.DEPTH
class Wide(native.Point):
    pass
hold = getattr(native, "${second}")
`,
    'python/acme/guarded.py': `try:
    from acme._core import ${second} as fast
except ImportError:
    fast = None
`,
    'tests/test_it.py': `import acme
acme.Point(x=${limit}).moved(1, False)
acme.${first}(1, second=2)
`,
  };
}
