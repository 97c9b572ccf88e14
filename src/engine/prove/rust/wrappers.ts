import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../../core/hash.ts';
import type { Stage } from '../prover.ts';

/** What makes rustc print MIR, with whole paths and as written: optimised it would depend on its surroundings. */
export const MIR_FLAGS = ['-Zunpretty=mir', '-Ztrim-diagnostic-paths=no', '-Zmir-opt-level=0'] as const;

/** Our own argument among those of `cargo rustdoc -- …`: names the folder, below the scratch folder, that the JSON is written to. */
const OUT_FLAG = '--omni-out=';
export const docArguments = (out: string): string[] => [
  '-Zunstable-options',
  '--output-format=json',
  `${OUT_FLAG}${out}`,
];

/** Where rustdoc's JSON lies that was asked for with `docArguments(out)`. */
export const docFolder = (stage: Stage, out: string): string => join(stage.scratch, 'rustdoc', out);

/**
 * A RUSTC_WORKSPACE_WRAPPER that compiles as always and lets rustc print the MIR of one package beside: `x-1f.mir`. Only this second process
 * sees RUSTC_BOOTSTRAP: neither the compilation itself, nor build scripts and what they start (their probes run through the wrapper too, but
 * not as a primary package), nor other packages. (With `--emit=mir` rustc takes MIR for code, and wants code of dependencies that
 * `cargo check` has not compiled.)
 * @param folder absolute folder of the package
 */
export function mirWrapper(stage: Stage, folder: string): string {
  const inner = stage.env.RUSTC_WORKSPACE_WRAPPER;
  return writeScript(
    stage,
    'rustc-mir',
    `${inner ? `set -- ${quoted(inner)} "$@"\n` : ''}own=
for arg do
  case $arg in --crate-name) own=1 ;; esac
done
if [ "\${CARGO_PRIMARY_PACKAGE-}" != 1 ] || [ "\${CARGO_MANIFEST_DIR-}" != ${quoted(folder)} ] || [ -z "$own" ]; then
  exec "$@"
fi
"$@" || exit
crate=
extra=
out=
last=
left=$#
while [ "$left" -gt 0 ]; do
  arg=$1
  shift
  left=$((left - 1))
  case $last in
    --crate-name) crate=$arg ;;
    --out-dir) out=$arg ;;
  esac
  last=$arg
  case $arg in
    extra-filename=*) extra=\${arg#*=} ;;
    incremental=*) arg=debuginfo=0 ;;
    --emit=*) continue ;;
  esac
  set -- "$@" "$arg"
done
mir=$out/$crate$extra.mir
rm -f "$mir"
RUSTC_BOOTSTRAP=1 "$@" ${MIR_FLAGS.join(' ')} -o "$mir" >/dev/null 2>&1 || rm -f "$mir"
exit 0
`,
  );
}

/**
 * A RUSTC_WORKSPACE_WRAPPER that sets options of `cfg` for one package: what `RUSTFLAGS` would do, without building what it depends on anew.
 * @param folder absolute folder of the package
 * @param options as rustc takes them: `loom`, `level="2"`
 * @param inner the wrapper that would be used without it
 */
export function cfgWrapper(
  stage: Stage,
  folder: string,
  options: readonly string[],
  inner: string | undefined,
): string {
  return writeScript(
    stage,
    'rustc-cfg',
    `${inner ? `set -- ${quoted(inner)} "$@"\n` : ''}own=
for arg do
  case $arg in --crate-name) own=1 ;; esac
done
if [ "\${CARGO_PRIMARY_PACKAGE-}" != 1 ] || [ "\${CARGO_MANIFEST_DIR-}" != ${quoted(folder)} ] || [ -z "$own" ]; then
  exec "$@"
fi
exec "$@" ${options.map((option) => `--cfg ${quoted(option)}`).join(' ')}
`,
  );
}

/** A RUSTDOC that sets RUSTC_BOOTSTRAP only where our own argument asks for JSON, and writes that to its own folder. */
export function docWrapper(stage: Stage): string {
  const rustdoc = quoted(stage.env.RUSTDOC || 'rustdoc');
  return writeScript(
    stage,
    'rustdoc-json',
    `out=
for arg do
  case $arg in ${OUT_FLAG}*) out=\${arg#${OUT_FLAG}} ;; esac
done
[ -n "$out" ] || exec ${rustdoc} "$@"
left=$#
skip=
while [ "$left" -gt 0 ]; do
  arg=$1
  shift
  left=$((left - 1))
  if [ -n "$skip" ]; then skip=; continue; fi
  case $arg in
    -o | --out-dir) skip=1 ;;
    ${OUT_FLAG}*) ;;
    *) set -- "$@" "$arg" ;;
  esac
done
RUSTC_BOOTSTRAP=1 exec ${rustdoc} "$@" -o ${quoted(join(stage.scratch, 'rustdoc'))}/"$out"
`,
  );
}

// cargo takes what a wrapper made for fresh as long as its path is the same: another script gets another name.
function writeScript(stage: Stage, name: string, body: string): string {
  const text = `#!/bin/sh\n${body}`;
  const folder = join(stage.scratch, 'wrappers');
  const path = join(folder, `${name}-${hashOf(text).slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
