import { optionParts, type Truth } from './cfg-truth.ts';

/** The machine that builds, in Node's words. */
export interface Host {
  /** `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** `x64`, `arm64`. */
  readonly arch: string;
}

/** Node's word -> what rustc sets for it. */
const SYSTEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: { target_os: 'linux', target_family: 'unix', target_vendor: 'unknown' },
  android: { target_os: 'android', target_family: 'unix', target_env: '' },
  darwin: { target_os: 'macos', target_family: 'unix', target_env: '', target_vendor: 'apple' },
  freebsd: { target_os: 'freebsd', target_family: 'unix', target_env: '' },
  openbsd: { target_os: 'openbsd', target_family: 'unix', target_env: '' },
  win32: { target_os: 'windows', target_family: 'windows', target_vendor: 'pc' },
};

const MACHINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  x64: { target_arch: 'x86_64', target_pointer_width: '64', target_endian: 'little' },
  ia32: { target_arch: 'x86', target_pointer_width: '32', target_endian: 'little' },
  arm64: { target_arch: 'aarch64', target_pointer_width: '64', target_endian: 'little' },
  arm: { target_arch: 'arm', target_pointer_width: '32', target_endian: 'little' },
  riscv64: { target_arch: 'riscv64', target_pointer_width: '64', target_endian: 'little' },
};

/** Names that a check never sets, whatever it is asked for. */
const NEVER = new Set(['doc', 'doctest', 'miri', 'rustfmt', 'rust_analyzer']);

/** Whether the builds of a host set an option; null for what differs from build to build, or is not known without asking rustc. */
export function setOnHost({ platform, arch }: Host, option: string): Truth {
  const { name, value } = optionParts(option);
  if (NEVER.has(name)) return false;
  const known = { ...SYSTEMS[platform], ...MACHINES[arch] };
  const family = known.target_family;
  if (name === 'unix' || name === 'windows') return family === undefined ? null : family === name;
  return Object.hasOwn(known, name) && value !== null ? known[name] === value : null;
}
