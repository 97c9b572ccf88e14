import { nodeAt, readJsonc, stringOf } from './read-jsonc.ts';

/** One simple command of a script, without what only starts it: `cross-env A=1 npx jest --ci` is `jest --ci` with A. */
export interface ScriptCommand {
  /** Name of the script that holds it. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** Program and arguments, quotes taken away. */
  readonly words: readonly string[];
}

export type Scripts = ReadonlyMap<string, string>;

/** The `scripts` of a package.json; empty where it cannot be read. */
export function scriptsOf(manifest: string): Scripts {
  const table = nodeAt(readJsonc(manifest), 'scripts');
  const entries = table?.kind === 'object' ? table.entries : [];
  return new Map(entries.flatMap(({ key, value }) => [[key, stringOf(value) ?? ''] as const]));
}

/** One simple command as it stands in a script. */
export interface ScriptLine extends ScriptCommand {
  /** What stands between it and the command before it; '' for the first. */
  readonly joint: string;
  /** The scripts that it starts, such as `build` of `npm run build`. */
  readonly starts: readonly string[];
  /** Arguments for the last command of what it starts. */
  readonly extra: readonly string[];
}

/** The simple commands of a script's own text; what it starts is not followed. */
export function linesOf(scripts: Scripts, script: string): ScriptLine[] {
  return splitCommands(scripts.get(script) ?? '').flatMap(({ joint, words }): ScriptLine[] => {
    const { env, rest } = startOf(words);
    const { names, extra } = scriptsStarted(rest, scripts);
    const starts = names.flatMap((name) => matching(scripts, name));
    const command = names.length > 0 ? rest : withoutManager(rest);
    return command.length === 0 ? [] : [{ script, joint, env, words: command, starts, extra }];
  });
}

/** The commands of a script in the order in which they stand, through `npm run` and the like into other scripts. */
export function commandsOf(scripts: Scripts, script: string, seen: ReadonlySet<string> = new Set()): ScriptCommand[] {
  if (seen.has(script)) return [];
  const inside = new Set([...seen, script]);
  return linesOf(scripts, script).flatMap(({ env, words, starts, extra }): ScriptCommand[] => {
    if (starts.length === 0) return [{ script, env, words }];
    return starts
      .flatMap((one) => withMore(commandsOf(scripts, one, inside), extra))
      .map((one) => ({ ...one, env: { ...env, ...one.env } }));
  });
}

/** `yarn jest` starts a program where no script has its name; `bun test` is a program of bun itself. */
function withoutManager(words: readonly string[]): readonly string[] {
  if (!/^(pnpm|yarn|bun)$/.test(words[0] ?? '')) return words;
  const at = words.findIndex((word, i) => i > 0 && !word.startsWith('-'));
  const rest = at === -1 ? [] : words.slice(at);
  if (words[0] === 'bun' && rest[0] === 'test') return words;
  return /^run(-script)?$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
}

/** What stands behind the name of a script goes to its last command. */
const withMore = (commands: readonly ScriptCommand[], extra: readonly string[]): ScriptCommand[] =>
  commands.map((one, i) => (i === commands.length - 1 ? { ...one, words: [...one.words, ...extra] } : one));

const WORD = /\s*(?:(&&|\|\||[;|&\n])|((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\;|&])+))/y;

/** Simple commands of a line of shell: words between `&&`, `||`, `;`, `|` and `&`, each with the one in front of it. */
function splitCommands(text: string): { readonly joint: string; readonly words: readonly string[] }[] {
  const commands: { joint: string; words: string[] }[] = [{ joint: '', words: [] }];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) {
    if (found[1] !== undefined) commands.push({ joint: found[1], words: [] });
    else commands[commands.length - 1]!.words.push(unquote(found[2]!));
  }
  return commands.filter(({ words }) => words.length > 0);
}

const unquote = (word: string): string =>
  word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_all, double?: string, single?: string, escaped?: string) =>
    double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : (single ?? escaped ?? ''),
  );

const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;
/** Programs whose arguments are a command: the words that belong to the starter itself follow. */
const STARTERS: Readonly<Record<string, RegExp>> = {
  'cross-env': /^[A-Za-z_]\w*=/,
  'cross-env-shell': /^[A-Za-z_]\w*=/,
  env: /^[A-Za-z_]\w*=/,
  npx: /^-/,
  bunx: /^-/,
  c8: /^-/,
  nyc: /^-/,
  dotenv: /^-/,
  time: /^-/,
};

function startOf(words: readonly string[]): { env: Record<string, string>; rest: string[] } {
  const env: Record<string, string> = {};
  const rest = [...words];
  const takeEnv = (): void => {
    for (let set = ASSIGNMENT.exec(rest[0] ?? ''); set; set = ASSIGNMENT.exec(rest[0] ?? '')) {
      env[set[1]!] = set[2]!;
      rest.shift();
    }
  };
  takeEnv();
  for (;;) {
    const starter = rest[0] ?? '';
    if (/^(pnpm|yarn|npm|bun)$/.test(starter) && /^(exec|x|dlx)$/.test(rest[1] ?? '')) rest.splice(0, 2);
    else if (starter in STARTERS) {
      rest.shift();
      takeEnv();
      while (rest[0] !== undefined && STARTERS[starter]!.test(rest[0])) rest.shift();
    } else return { env, rest };
    if (rest[0] === '--') rest.shift();
    takeEnv();
  }
}

interface Started {
  readonly names: readonly string[];
  /** Arguments for what they run. */
  readonly extra: readonly string[];
}

const NOTHING: Started = { names: [], extra: [] };

/** The scripts that a command starts: `npm run build`, `npm test`, `pnpm lint`, `run-s a b:*`, `npm-run-all`, `concurrently npm:a`. */
function scriptsStarted([program = '', ...rest]: readonly string[], scripts: Scripts): Started {
  const names = rest.filter((word) => !word.startsWith('-'));
  if (/^(npm|pnpm|yarn|bun)$/.test(program)) return runByManager(program, rest, scripts);
  if (/^(run-[sp]|npm-run-all2?)$/.test(program)) return { names, extra: [] };
  if (program !== 'concurrently') return NOTHING;
  const inner = names.flatMap(
    (word) => /^(?:npm|pnpm|yarn|bun):(.+)$/.exec(word)?.[1] ?? scriptsStarted(word.split(' '), scripts).names,
  );
  return { names: inner, extra: [] };
}

function runByManager(program: string, rest: readonly string[], scripts: Scripts): Started {
  const words = rest.slice(
    Math.max(
      0,
      rest.findIndex((word) => !word.startsWith('-')),
    ),
  );
  const first = /^run(-script)?$/.test(words[0] ?? '') ? 1 : 0;
  if (program === 'bun' && first === 0 && words[0] === 'test') return NOTHING;
  const name = words[first] === 't' ? 'test' : (words[first] ?? '');
  const known = matching(scripts, name).some((one) => scripts.has(one));
  if (!known || (first === 0 && program === 'npm' && !/^(test|start)$/.test(name))) return NOTHING;
  const extra = words.slice(first + 1);
  return { names: [name], extra: extra[0] === '--' ? extra.slice(1) : extra };
}

/** A name, or the scripts that `build:*` stands for. */
const matching = (scripts: Scripts, name: string): string[] =>
  name.endsWith('*') ? [...scripts.keys()].filter((one) => one.startsWith(name.slice(0, -1))) : [name];
