// Widely used globs of other crates that bring nothing which is called like something in every module.
const PLAIN = new Set([
  ...[
    'num_conv::prelude',
    'num_traits',
    'rayon::prelude',
    'wasm_bindgen::prelude',
    'wasm_bindgen_test',
    'pyo3::prelude',
    'proptest::prelude',
  ],
  ...[
    'rand::prelude',
    'proc_macro2',
    'plotters::prelude',
    'icu_provider::prelude',
    'serde_derive',
    'serde',
    'bytemuck',
    'byteorder',
    'itertools',
  ],
]);

/** True where a glob of another crate may bring a name of the prelude, as `anyhow::*` brings `Result`: nothing is known of it. */
export const mayBringBuiltIn = (segments: readonly string[]): boolean =>
  !/^(?:std|core|alloc|crate|self|super)$/.test(segments[0] ?? '') &&
  !PLAIN.has(segments.filter((one) => one !== '').join('::'));
