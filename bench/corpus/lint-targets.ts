import { crate, type Target, target } from './targets.ts';

const PEDANTIC = { pedantic: true } as const;

/** The file, and a limit that it is over: most of these crates are small. */
const FILES: readonly (readonly [name: string, version: string, file: string, limit: number])[] = [
  ['env_logger', '0.11.12', 'src/logger.rs', 300],
  ['env_logger', '0.11.12', 'src/fmt/mod.rs', 300],
  ['env_filter', '2.1.0', 'src/filter.rs', 250],
  ['toml_datetime', '1.1.3+spec-1.1.0', 'src/datetime.rs', 300],
  ['clap_lex', '1.1.2', 'src/lib.rs', 200],
  ['csv', '1.4.0', 'src/reader.rs', 500],
  ['globset', '0.4.22', 'src/glob.rs', 500],
  ['semver', '1.0.28', 'src/lib.rs', 200],
  ['smallvec', '1.16.6', 'src/lib.rs', 500],
  ['http', '1.5.0', 'src/header/map.rs', 500],
  ['toml_parser', '1.1.6+spec-1.1.0', 'src/decoder/string.rs', 400],
];

/** Ten crates and more under `clippy::pedantic`, which their manifests get. */
export const PEDANTIC_TARGETS: readonly Target[] = FILES.map(([name, version, file, limit]) =>
  target(crate(name, version, PEDANTIC), file, { limit, evidence: ['S', 'B'] }),
);

/** Files of crates that do not build with `--all-features`: nightly features, features that exclude one another. */
export const FEATURE_TARGETS: readonly Target[] = (
  [
    ['serde_core', '1.0.229', 'src/de/mod.rs', 500],
    ['hashbrown', '0.17.2', 'src/table.rs', 800],
    ['object', '0.39.1', 'src/pe.rs', 500],
    ['smallvec', '1.16.6', 'src/lib.rs', 500],
    ['tinyvec', '1.13.3', 'src/arrayvec.rs', 500],
    ['bumpalo', '3.20.4', 'src/lib.rs', 900],
    ['regex', '1.13.2', 'src/builders.rs', 500],
    ['rand', '0.10.4', 'src/seq/slice.rs', 300],
    ['miniz_oxide', '0.8.9', 'src/inflate/core.rs', 500],
    ['memchr', '2.8.3', 'src/arch/generic/memchr.rs', 500],
  ] as const
).map(([name, version, file, limit]) => target(crate(name, version), file, { limit, evidence: ['S', 'B'] }));
