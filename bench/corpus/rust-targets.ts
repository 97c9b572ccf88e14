import { crate, type Package, type Target, target } from './targets.ts';

const PROOF = { evidence: ['S', 'B', 'A', 'M', 'T'] } as const;

const BUILT = ['S', 'B', 'A', 'M'] as const;

/** syn's tests need crates of the compiler itself, which no stable toolchain has. */
const UNTESTABLE = new Set(['syn']);

/** syn's `test` feature and suite need a crate that refuses to be built outside of its repository: without them, all features build. */
const SYN_SUITE = {
  without: [
    '\\[dev-dependencies\\.syn-test-suite\\]\\nversion = "0"\\n',
    'test = \\["syn-test-suite/all-features"\\]\\n',
  ],
};

/** The module is compiled only where this is set, as in one job of the crate's own CI. */
const SEMVER_EXEMPT = {
  files: { '.cargo/config.toml': '[build]\nrustflags = ["--cfg", "procmacro2_semver_exempt"]\n' },
};

/**
 * Every source file of 700 lines or more under `src` of eleven crates, without what is generated (`src/gen` of syn, `unicode_tables` of
 * regex-syntax) and without test suites (`tests.rs`, `src/tests`).
 */
const FILES: readonly (readonly [of: Package, files: readonly string[]])[] = [
  [
    crate('bumpalo', '3.20.4'),
    [
      'src/alloc.rs',
      'src/boxed.rs',
      'src/lib.rs',
      'src/collections/raw_vec.rs',
      'src/collections/vec.rs',
      'src/collections/string.rs',
    ],
  ],
  [crate('arrayvec', '0.7.8'), ['src/array_string.rs', 'src/arrayvec.rs']],
  [crate('smallvec', '1.16.6'), ['src/lib.rs']],
  [crate('bytes', '1.12.2'), ['src/bytes.rs', 'src/buf/buf_mut.rs', 'src/buf/buf_impl.rs', 'src/bytes_mut.rs']],
  [
    crate('uuid', '1.29.1'),
    [
      'src/fmt.rs',
      'src/builder.rs',
      'src/lib.rs',
      'src/parser.rs',
      'src/timestamp.rs',
      'src/external/serde_support.rs',
    ],
  ],
  [crate('anyhow', '1.0.104'), ['src/ensure.rs', 'src/lib.rs', 'src/error.rs']],
  [crate('itertools', '0.15.0'), ['src/adaptors/mod.rs', 'src/lib.rs']],
  [
    crate('syn', '2.0.119', SYN_SUITE),
    [
      'src/attr.rs',
      'src/generics.rs',
      'src/pat.rs',
      'src/punctuated.rs',
      'src/path.rs',
      'src/ty.rs',
      'src/lib.rs',
      'src/lit.rs',
      'src/expr.rs',
      'src/item.rs',
      'src/parse.rs',
      'src/token.rs',
      'src/fixup.rs',
    ],
  ],
  [crate('proc-macro2', '1.0.107'), ['src/wrapper.rs', 'src/fallback.rs', 'src/lib.rs', 'src/parse.rs']],
  [crate('proc-macro2', '1.0.107', SEMVER_EXEMPT), ['src/rustc_literal_escaper.rs']],
  [crate('walkdir', '2.5.0'), ['src/lib.rs']],
  [
    crate('regex-syntax', '0.8.12'),
    [
      'src/hir/mod.rs',
      'src/hir/literal.rs',
      'src/hir/translate.rs',
      'src/ast/mod.rs',
      'src/ast/parse.rs',
      'src/unicode.rs',
    ],
  ],
];

/** Files of crates that nobody tuned for: run once, at the end. */
const HELD_OUT: readonly (readonly [of: Package, files: readonly string[]])[] = [
  [crate('indexmap', '2.14.2'), ['src/map.rs']],
  [crate('hashbrown', '0.17.1'), ['src/map.rs']],
  [crate('memchr', '2.8.3'), ['src/arch/generic/memchr.rs']],
  [crate('nom', '8.0.0'), ['src/number/complete.rs']],
  [crate('either', '1.19.0'), ['src/lib.rs']],
  [crate('time', '0.3.55'), ['src/signed_duration.rs', 'src/offset_date_time.rs']],
  [crate('url', '2.5.8'), ['src/parser.rs']],
  [crate('fixedbitset', '0.5.9'), ['src/lib.rs']],
  [crate('petgraph', '0.8.3'), ['src/graph_impl/mod.rs']],
];

const targetsOf = (lists: typeof FILES, more: Partial<Target>): Target[] =>
  lists.flatMap(([of, files]) =>
    files.map((file) =>
      target(of, file, { ...PROOF, ...(UNTESTABLE.has(of.name) ? { evidence: BUILT } : {}), ...more }),
    ),
  );

export const RUST_TARGETS: readonly Target[] = [
  ...targetsOf(FILES, { heldOut: false }),
  ...targetsOf(HELD_OUT, { heldOut: true, evidence: BUILT }),
];
