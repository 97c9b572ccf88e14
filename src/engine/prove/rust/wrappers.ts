import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../../core/hash.ts';
import type { Stage } from '../prover.ts';

/** cargo prints no MIR and stable prints no trimmed-path choice: the wrapper asks for both, of one package's own targets. */
export const MIR_FLAGS = ['--emit=mir', '-Ztrim-diagnostic-paths=no', '-Zmir-opt-level=0'] as const;

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
 * A RUSTC_WORKSPACE_WRAPPER that lets rustc print the MIR of one package. Only that very process sees RUSTC_BOOTSTRAP: build scripts do not,
 * nor what they start (their probes run through the wrapper too, but not as a primary package), nor other packages.
 * @param folder absolute folder of the package
 */
export function mirWrapper(stage: Stage, folder: string): string {
  const inner = process.env.RUSTC_WORKSPACE_WRAPPER;
  const start = inner ? `${quoted(inner)} ` : '';
  return writeScript(
    stage,
    'rustc-mir',
    `if [ "\${CARGO_PRIMARY_PACKAGE-}" = 1 ] && [ "\${CARGO_MANIFEST_DIR-}" = ${quoted(folder)} ] && [ "\${2-}" = --crate-name ]; then
  RUSTC_BOOTSTRAP=1 exec ${start}"$@" ${MIR_FLAGS.join(' ')}
fi
exec ${start}"$@"
`,
  );
}

/** A RUSTDOC that sets RUSTC_BOOTSTRAP only where our own argument asks for JSON, and writes that to its own folder. */
export function docWrapper(stage: Stage): string {
  const rustdoc = quoted(process.env.RUSTDOC || 'rustdoc');
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
