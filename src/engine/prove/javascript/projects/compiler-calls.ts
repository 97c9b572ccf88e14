import { join, normalize } from 'node:path/posix';
import { commandsOf, type ScriptCommand, scriptsOf } from '../../../../workspace/javascript/script-commands.ts';
import type { View } from '../../../../workspace/view.ts';

/** A compiler that a script starts. */
export interface CompilerCall {
  readonly program: CompilerName;
  /** The configuration that it names, or `tsconfig.json` of its folder; relative to the workspace, a folder or a file. */
  readonly config: string;
  readonly build: boolean;
  /** Flags beside the configuration that change what is checked: `['--declaration', '--strict', 'false']`. */
  readonly flags: readonly string[];
}

export const COMPILERS = { tsc: 'typescript', 'vue-tsc': 'vue-tsc', tsgo: '@typescript/native-preview' } as const;
export type CompilerName = keyof typeof COMPILERS;

/** The compilers that the scripts of a folder's package.json start. */
export function compilerCalls(view: View, folder: string): CompilerCall[] {
  const manifest = join(folder, 'package.json');
  if (view.file(manifest)?.state !== 'text') return [];
  const scripts = scriptsOf(view.text(manifest));
  const commands = [...scripts.keys()].flatMap((name) => commandsOf(scripts, name));
  const calls = commands.flatMap((command) => callsOf(command, folder));
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

function callsOf({ words }: ScriptCommand, folder: string): CompilerCall[] {
  const [program = '', ...rest] = words;
  if (!(program in COMPILERS)) return [];
  const build = rest.some((word) => /^(-b|--build)$/.test(word));
  const flags = pairFlags(rest, build);
  const named = flags.flatMap(({ flag, value }) =>
    value !== null && (build ? flag === '' && !/^(true|false)$/.test(value) : /^(-p|--project)$/.test(flag))
      ? [value]
      : [],
  );
  // A file that is named instead of a configuration: what is compiled then is not what any tsconfig says.
  if (!build && flags.some(({ flag }) => flag === '')) return [];
  const asked = build ? [] : flags.filter(({ flag, value }) => !UNASKED.test(flag) && !SHELL.test(value ?? ''));
  const shownFlags = asked.flatMap(({ flag, value }) => (value === null ? [flag] : [flag, value]));
  return (named.length === 0 ? ['tsconfig.json'] : named)
    .map((name) => normalize(join(folder, name)))
    .filter((config) => !SHELL.test(config) && !config.startsWith('..'))
    .map((config) => ({ program: program as CompilerName, config, build, flags: shownFlags }));
}

const SHELL = /[$`*]/;

/** Each flag with the word behind it, if that is a value; a word that belongs to none has the flag ''. */
function pairFlags(words: readonly string[], build: boolean): { flag: string; value: string | null }[] {
  const pairs: { flag: string; value: string | null }[] = [];
  for (const word of words) {
    const last = pairs[pairs.length - 1];
    if (word.startsWith('-')) pairs.push({ flag: word, value: null });
    else if (last && last.value === null && last.flag !== '' && !(build && last.flag.startsWith('-')))
      last.value = word;
    else pairs.push({ flag: '', value: word });
  }
  return pairs;
}

/** Flags for where output goes or what is printed, which do not change what is checked. */
const UNASKED =
  /^(-[pbwivhfd]|--(project|build|watch|outDir|outFile|declarationDir|tsBuildInfoFile|incremental|pretty|listFiles|listEmittedFiles|listFilesOnly|showConfig|init|help|version|preserveWatchOutput|diagnostics|extendedDiagnostics|generateTrace|generateCpuProfile|traceResolution|explainFiles|clean|force|verbose|dry|sourceMap|inlineSourceMap|inlineSources|declarationMap|noEmitOnError|stopBuildOnErrors))$/;
