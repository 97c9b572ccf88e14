/** A mixed workspace in memory: `acme._core` from crate `core`, built by maturin, with a package `acme`. */
export const mixed = (
  rust: string,
  python: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  'Cargo.toml':
    '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\ncrate-type = ["cdylib"]\n\n[features]\ndefault = ["usual"]\nusual = []\nrare = []\n\n[dependencies]\npyo3 = "0.30"\n',
  'pyproject.toml':
    '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "acme"\nversion = "0.1.0"\n\n[tool.maturin]\nmodule-name = "acme._core"\npython-source = "python"\n',
  'src/lib.rs': `use pyo3::prelude::*;\n${rust}`,
  'python/acme/__init__.py': '',
  ...python,
  ...more,
});

/** `fn name` and a class `Point` with most forms of members, in a function module. */
export const RUST = `
#[pyfunction]
#[pyo3(signature = (a, b=2, *, deep=None))]
fn add(a: i32, b: i32, deep: Option<i32>) -> i32 { a + b }
#[pyclass(get_all)]
pub struct Point { x: i32 }
#[pymethods]
impl Point {
    #[new]
    fn new(x: i32) -> Self { Point { x } }
    fn moved(&self, by: i32) -> i32 { by }
    #[staticmethod]
    fn origin() -> Self { Point { x: 0 } }
    #[getter]
    fn length(&self) -> f64 { 0.0 }
}
#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(add, m)?)?;
    m.add_class::<Point>()?;
    m.add("LIMIT", 10)?;
    Ok(())
}
`;
