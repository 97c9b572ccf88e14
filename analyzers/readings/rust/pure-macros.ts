/**
 * Crates whose macros, derives and attributes are known to make of each place what stands there, whatever was expanded before. What is listed here
 * is taken for granted: a version that began to count would not be noticed. `enum_dispatch`, which remembers what it has seen, is none of them.
 */
const CRATES = new Set(
  (
    'serde serde_derive serde_with serde_repr serde_json thiserror anyhow eyre color_eyre miette snafu displaydoc clap clap_derive structopt argh ' +
    'tracing tracing_attributes log env_logger slog defmt async_trait async_stream async_recursion tokio tokio_macros futures futures_util ' +
    'pin_project pin_project_lite derive_more strum strum_macros num_derive num_enum bytemuck bytemuck_derive zerocopy zerocopy_derive zeroize ' +
    'schemars utoipa prost prost_derive tonic rkyv borsh bincode bincode_derive musli postcard typed_builder derive_builder bon getset educe ' +
    'derivative derive_where derive_new enum_map enumset enumflags2 bitflags bitfield lazy_static once_cell proptest proptest_derive quickcheck ' +
    'quickcheck_macros rstest test_case criterion wasm_bindgen wasm_bindgen_test js_sys napi napi_derive pyo3 cxx arbitrary quote quote_spanned syn ' +
    'proc_macro2 darling paste indoc const_format phf hex_literal hex static_assertions memoffset smallvec arrayvec assert_matches matches ' +
    'pretty_assertions cfg_if scopeguard nom pest_derive logos diesel async_graphql juniper actix_web axum rocket validator garde ' +
    'auto_impl delegate itertools maplit multiversion rustversion trybuild insta similar_asserts approx ndarray nalgebra'
  ).split(' '),
);

export const isPureCrate = (crate: string): boolean => CRATES.has(crate.replaceAll('-', '_'));
