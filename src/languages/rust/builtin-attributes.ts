// The Rust Reference's list of built-in attributes, and tools' inert namespaces.
const BUILTIN = new Set(
  (
    'cfg cfg_attr test ignore should_panic bench derive automatically_derived macro_export macro_use macro_rules proc_macro proc_macro_derive ' +
    'proc_macro_attribute allow expect warn deny forbid deprecated must_use diagnostic link link_name link_ordinal no_link repr ' +
    'crate_type no_main export_name link_section no_mangle used crate_name inline cold naked no_builtins target_feature track_caller ' +
    'instruction_set doc no_std no_implicit_prelude no_core path recursion_limit type_length_limit panic_handler global_allocator ' +
    'windows_subsystem feature non_exhaustive debugger_visualizer collapse_debuginfo unsafe coverage optimize stable unstable ' +
    'rustc_const_stable rustc_const_unstable fundamental may_dangle lang ffi_const ffi_pure thread_local ' +
    'type_const pointee const_trait cfg_eval cfg_accessible derive_const allow_internal_unstable default_lib_allocator'
  ).split(' '),
);

const TOOLS = /^(rustfmt|clippy|diagnostic|miri|rust_analyzer|rustdoc)::/;

export const isBuiltinAttribute = (path: string): boolean =>
  BUILTIN.has(path) || TOOLS.test(path) || path.startsWith('rustc_');
