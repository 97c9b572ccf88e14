/**
 * Twelve targets of each of the two large sets that take about twenty minutes together on a quiet machine: small and large files, several forms
 * of crates and modules, some that nobody tunes for. By the beginnings of their ids.
 */
export const SAMPLE: readonly string[] = [
  'walkdir 2.5.0 src/lib.rs',
  'uuid 1.29.1 src/external/serde_support.rs',
  'uuid 1.29.1 src/timestamp.rs',
  'proc-macro2 1.0.107 src/wrapper.rs',
  'either 1.19.0 src/lib.rs',
  'memchr 2.8.3 src/arch/generic/memchr.rs',
  'anyhow 1.0.104 src/ensure.rs',
  'smallvec 1.16.6 src/lib.rs',
  'bumpalo 3.20.4 src/boxed.rs',
  'syn 2.0.119 src/ty.rs',
  'regex-syntax 0.8.12 src/ast/mod.rs',
  'fixedbitset 0.5.9 src/lib.rs',
  'ipaddress.py 3.11',
  'optparse.py 3.11',
  'configparser.py 3.11',
  'functools.py 3.11',
  'pathlib.py 3.11',
  'contextlib.py 3.11',
  'unittest/mock.py 3.11',
  'click 8.3.1 src/click/core.py',
  'boltons 25.0.0 boltons/iterutils.py',
  'toolz 1.0.0 toolz/itertoolz.py',
  'parse 1.20.2 parse.py',
  'schema 0.7.7 schema.py',
];
