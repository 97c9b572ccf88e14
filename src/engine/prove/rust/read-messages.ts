/** A span of rustc's JSON messages; the fields that are read here. */
export interface RustcSpan {
  readonly file_name: string;
  readonly byte_start: number;
  readonly byte_end: number;
  readonly is_primary: boolean;
  readonly suggested_replacement: string | null;
  readonly suggestion_applicability: string | null;
  readonly text: readonly { readonly text: string; readonly highlight_start: number; readonly highlight_end: number }[];
}

export interface RustcMessage {
  readonly code: { readonly code: string } | null;
  readonly level: string;
  readonly message: string;
  readonly rendered: string | null;
  readonly spans: readonly RustcSpan[];
  readonly children: readonly { readonly message: string; readonly spans: readonly RustcSpan[] }[];
}

/** One warning or error of one compiled target: `lib`, `test it`. */
export interface CompilerMessage {
  readonly manifest: string;
  readonly target: string;
  readonly message: RustcMessage;
}

export interface Artifact {
  readonly manifest: string;
  readonly target: string;
  /** Compiled with `cfg(test)`. */
  readonly test: boolean;
  readonly fresh: boolean;
  readonly files: readonly string[];
  /** cargo's id of the package: joins it with its build script. */
  readonly packageId: string;
  readonly features: readonly string[];
  readonly debugAssertions: boolean;
  readonly procMacro: boolean;
}

export interface CargoMessages {
  readonly messages: readonly CompilerMessage[];
  readonly artifacts: readonly Artifact[];
  /** What build scripts set for their package's code, by its id: `has_atomics`, `level="2"`. */
  readonly scriptCfgs: ReadonlyMap<string, readonly string[]>;
  readonly success: boolean;
}

interface CargoTarget {
  readonly kind: readonly string[];
  readonly name: string;
}

interface CargoLine {
  readonly reason?: string;
  readonly manifest_path: string;
  readonly target: CargoTarget;
  readonly message: RustcMessage;
  readonly profile: { readonly test: boolean; readonly debug_assertions: boolean };
  readonly package_id: string;
  readonly features: readonly string[];
  readonly cfgs: readonly string[];
  readonly fresh: boolean;
  readonly filenames: readonly string[];
  readonly success: boolean;
}

const LIBRARIES = new Set(['lib', 'rlib', 'dylib', 'cdylib', 'staticlib', 'proc-macro']);

/** `lib`, `bin tool`, `test it`, `custom-build build-script-build`. */
const targetName = ({ kind, name }: CargoTarget): string =>
  kind.some((one) => LIBRARIES.has(one)) ? 'lib' : `${kind[0]} ${name}`;

/** Reads what cargo prints with `--message-format=json`. Lines of other programs (test output, build scripts) are passed over. */
export function readMessages(stdout: string): CargoMessages {
  const messages: CompilerMessage[] = [];
  const artifacts: Artifact[] = [];
  const scriptCfgs = new Map<string, readonly string[]>();
  let success = false;
  for (const text of stdout.split('\n')) {
    const line = text.startsWith('{"reason":') ? parseLine(text) : null;
    if (line === null) continue;
    const manifest = line.manifest_path;
    if (line.reason === 'compiler-message') {
      if (isComplaint(line.message))
        messages.push({ manifest, target: targetName(line.target), message: line.message });
    } else if (line.reason === 'compiler-artifact') artifacts.push(artifactOf(line));
    else if (line.reason === 'build-script-executed') scriptCfgs.set(line.package_id, line.cfgs);
    else if (line.reason === 'build-finished') success = line.success;
  }
  return { messages, artifacts, scriptCfgs, success };
}

/** What cargo adds up at the end is none. */
function isComplaint({ level, code, spans, message }: RustcMessage): boolean {
  const summary = code === null && spans.length === 0 && /warnings? emitted$|^aborting due to/.test(message);
  return !summary && (level === 'warning' || level.startsWith('error'));
}

const artifactOf = (line: CargoLine): Artifact => ({
  manifest: line.manifest_path,
  target: targetName(line.target),
  test: line.profile.test,
  fresh: line.fresh,
  files: line.filenames,
  packageId: line.package_id,
  features: line.features,
  debugAssertions: line.profile.debug_assertions,
  procMacro: line.target.kind.includes('proc-macro'),
});

function parseLine(text: string): CargoLine | null {
  try {
    return JSON.parse(text) as CargoLine;
  } catch {
    // A program under test may print a line that only begins like cargo's.
    return null;
  }
}
