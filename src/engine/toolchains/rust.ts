import type { View } from '../../workspace/view.ts';
import { type FoundProgram, findProgram } from './find-program.ts';
import { nextestSetting } from './nextest-setting.ts';
import { probeRustRungs } from './probe-rust-rungs.ts';
import { lacking, type Toolchain } from './toolchain.ts';

const PROGRAMS = [
  ['cargo', 'cargo', '--version'],
  ['rustc', 'rustc', '--version'],
  ['rustfmt', 'rustfmt', '--version'],
  ['clippy', 'cargo', 'clippy', '--version'],
] as const;

export const rustToolchain: Toolchain = {
  find: async ({ view, root, signal }) => {
    const programs: FoundProgram[] = [];
    for (const [name, ...command] of PROGRAMS) programs.push(await findProgram(name, command, root, signal));
    return [...programs, await nextest(view, root, signal)];
  },
  obstacle: async ({ view, signal }, programs) => {
    const why = view.manifests.crates.length === 0 ? 'there is no Cargo.toml' : lacking('cargo', programs);
    const unstable = why === null ? await probeRustRungs(signal) : {};
    const tester = programs.find(({ name }) => name === 'nextest');
    // Only the configuration's word is binding: with nextest's own file alone, cargo runs the tests where nextest is missing.
    const isBound = view.config.rust.testRunner === 'nextest' && !tester?.version;
    const untested = isBound ? `nextest: ${tester?.why}` : why;
    return (rung) => (rung === 'T' ? untested : why) ?? unstable[rung] ?? null;
  },
};

async function nextest(view: View, root: string, signal: AbortSignal): Promise<FoundProgram> {
  const program = await findProgram('nextest', ['cargo', 'nextest', '--version'], root, signal);
  const asked = nextestSetting(view);
  return {
    ...program,
    version: program.version && asked ? `${program.version} (runs the tests: ${asked})` : program.version,
  };
}
