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
}

export interface CargoMessages {
  readonly messages: readonly CompilerMessage[];
  readonly artifacts: readonly Artifact[];
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
  readonly profile: { readonly test: boolean };
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
  let success = false;
  for (const text of stdout.split('\n')) {
    const line = text.startsWith('{"reason":') ? parseLine(text) : null;
    if (line === null) continue;
    const manifest = line.manifest_path;
    if (line.reason === 'compiler-message') {
      const { level, code, spans } = line.message;
      const summary =
        code === null && spans.length === 0 && /warnings? emitted$|^aborting due to/.test(line.message.message);
      if (!summary && (level === 'warning' || level.startsWith('error')))
        messages.push({ manifest, target: targetName(line.target), message: line.message });
    } else if (line.reason === 'compiler-artifact')
      artifacts.push({
        manifest,
        target: targetName(line.target),
        test: line.profile.test,
        fresh: line.fresh,
        files: line.filenames,
      });
    else if (line.reason === 'build-finished') success = line.success;
  }
  return { messages, artifacts, success };
}

function parseLine(text: string): CargoLine | null {
  try {
    return JSON.parse(text) as CargoLine;
  } catch {
    // A program under test may print a line that only begins like cargo's.
    return null;
  }
}
