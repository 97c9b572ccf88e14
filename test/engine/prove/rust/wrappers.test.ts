import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

// A build script, what it starts through the wrapper as probes do, and a dependency of the workspace: none may see RUSTC_BOOTSTRAP.
const BUILD = `use std::process::Command;

fn main() {
    if std::env::var_os("RUSTC_BOOTSTRAP").is_some() {
        panic!("the build script sees RUSTC_BOOTSTRAP");
    }
    let rustc = std::env::var("RUSTC").unwrap();
    let mut probe = match std::env::var("RUSTC_WORKSPACE_WRAPPER") {
        Ok(wrapper) => {
            let mut command = Command::new(wrapper);
            command.arg(rustc);
            command
        }
        Err(_) => Command::new(rustc),
    };
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{out}/probe.rs"), "#![feature(rustc_attrs)]").unwrap();
    let args = ["--crate-name", "probe", "--crate-type", "lib", "--emit", "metadata", "--out-dir", &out];
    let probed = probe.args(args).arg(format!("{out}/probe.rs")).output().unwrap();
    println!("cargo::rustc-check-cfg=cfg(nightly)");
    if probed.status.success() {
        println!("cargo::rustc-cfg=nightly");
    }
}
`;
const LIB = `#[cfg(nightly)]
compile_error!("a probe takes this compiler for a nightly one");

/// Doubles.
pub fn double(x: u32) -> u32 {
    x * helper::two()
}

pub fn half(x: u32) -> u32 {
    x / helper::two()
}
`;
const HELPER = `pub fn two() -> u32 {
    assert!(option_env!("RUSTC_BOOTSTRAP").is_none());
    const SEEN: bool = option_env!("RUSTC_BOOTSTRAP").is_some();
    const _: () = assert!(!SEEN, "a dependency sees RUSTC_BOOTSTRAP");
    2
}
`;
const base = {
  'Cargo.toml':
    '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nhelper = { path = "helper" }\n\n[workspace]\nmembers = ["helper"]\n',
  'build.rs': BUILD,
  'helper/Cargo.toml': '[package]\nname = "helper"\nversion = "0.1.0"\nedition = "2021"\n',
  'helper/src/lib.rs': HELPER,
};
const half = LIB.slice(LIB.indexOf('pub fn half'));

describe('RUSTC_BOOTSTRAP', () => {
  it('is seen by the compiler that prints what is asked for and by nobody else', async () => {
    const before = memoryView({ ...base, 'src/lib.rs': LIB });
    const after = memoryView({
      ...base,
      'src/lib.rs': LIB.replace(half, 'mod math;\npub use math::half;\n'),
      'src/math.rs': `${half}`,
    });
    const { proofs, commands } = await proveOnDisk(before, after, ['A', 'M']);
    expect(proofs.map(({ rung, path, verdict, why }) => `${rung} ${path} ${verdict}: ${why}`)).toEqual([
      'A src/lib.rs proven: lib: 3 names with equal items and docs',
      'A src/math.rs proven: lib: 3 names with equal items and docs',
      'M src/lib.rs proven: 7 bodies of 3 targets equal',
      'M src/math.rs proven: 7 bodies of 3 targets equal',
    ]);
    expect(commands.every(({ exitCode }) => exitCode === 0)).toBe(true);
  }, 120_000);
});
