/** A command without what only prepares its surroundings. */
export interface Unwrapped {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | null>>;
  /** A shell text that the words hold: `bash -lc "…"`. */
  readonly script: string | null;
}

/** Wrappers that run what follows them, with the options that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  env: ['-u', '--unset', '-C', '--chdir'],
  sudo: ['-u', '-g'],
  time: [],
  nice: ['-n'],
  nohup: [],
  exec: [],
  command: [],
  timeout: ['-s', '-k', '--signal', '--kill-after'],
  'xvfb-run': ['-n', '-s', '--server-num', '--server-args'],
  uvx: ['--from', '--with', '--python', '-p'],
  'cross-env': [],
  dotenv: ['-f'],
};

/** Subcommands that run what follows: `uv run`, `poetry run`, `devenv shell --`, `nix develop -c`. */
const RUNNERS: Readonly<Record<string, readonly string[]>> = {
  uv: ['run'],
  poetry: ['run'],
  pdm: ['run'],
  hatch: ['run'],
  pixi: ['run'],
  rye: ['run'],
  mise: ['exec', 'x'],
  devenv: ['shell'],
  devbox: ['run'],
  secretspec: ['run'],
  doppler: ['run'],
  op: ['run'],
  nix: ['develop', 'shell'],
};
const VALUES = new Set([
  '--extra',
  '--group',
  '--with',
  '--python',
  '-p',
  '--package',
  '--profile',
  '-P',
  '--env-file',
  '--project',
  '-e',
]);

export function unwrap(words: readonly string[], env: Readonly<Record<string, string | null>>): Unwrapped {
  let rest = [...words];
  const merged: Record<string, string | null> = { ...env };
  for (let round = 0; round < 12; round++) {
    const next = step(rest, merged);
    if (next === null) break;
    rest = next;
  }
  const script = scriptOf(rest);
  return { words: rest.map((word) => word.replace(/^["']|["']$/g, '')), env: merged, script };
}

type Env = Record<string, string | null>;

/** The words behind one wrapper; null where there is none. */
function step(words: readonly string[], env: Env): string[] | null {
  const [name = ''] = words;
  if (ASSIGNMENT.test(name)) {
    assign(name, env);
    return words.slice(1);
  }
  // `$(CARGO_ENV) cargo test`: what is computed in front of a program are its variables.
  if (/^\$[({\w]/.test(name) && /^(?:cargo|cross|just|make)$/.test(words[1] ?? '')) return words.slice(1);
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (Object.hasOwn(WRAPPERS, base)) {
    const rest = withoutOptions(words.slice(1), new Set(WRAPPERS[base]!), env);
    return base === 'timeout' ? rest.slice(1) : rest;
  }
  if (base === 'nix' || base === 'nix-shell') return insideNix(base, words);
  if (base === 'direnv') return words[1] === 'exec' ? words.slice(3) : null;
  return Object.hasOwn(RUNNERS, base) && RUNNERS[base]!.includes(words[1] ?? '') ? behindRunner(words, env) : null;
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function assign(word: string, env: Env): void {
  const index = word.indexOf('=');
  env[word.slice(0, index)] = word.slice(index + 1);
}

function insideNix(base: string, words: readonly string[]): string[] | null {
  const flag = words.findIndex((word) => word === '-c' || word === '--command' || word === '--run');
  if (flag === -1 || (base === 'nix' && !RUNNERS.nix!.includes(words[1] ?? ''))) return null;
  return base === 'nix-shell' ? ['sh', '-c', words[flag + 1] ?? ''] : words.slice(flag + 1);
}

/** Behind `--`, where only options stand in front of it; else behind the options that are known. */
function behindRunner(words: readonly string[], env: Env): string[] {
  const separator = words.indexOf('--');
  const options = words.slice(2, Math.max(2, separator));
  if (separator !== -1 && options.every((word, i) => word.startsWith('-') || VALUES.has(options[i - 1] ?? '')))
    return words.slice(separator + 1);
  return withoutOptions(words.slice(2), VALUES, env);
}

function withoutOptions(
  words: readonly string[],
  values: ReadonlySet<string>,
  env: Record<string, string | null>,
): string[] {
  const rest = [...words];
  while (rest.length > 0 && (rest[0]!.startsWith('-') || /^[A-Za-z_]\w*=/.test(rest[0]!))) {
    const word = rest.shift()!;
    if (word === '--') break;
    if (/^[A-Za-z_]\w*=/.test(word)) env[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
    else if (values.has(word)) {
      const value = rest.shift();
      if ((word === '-u' || word === '--unset') && value !== undefined && /^[A-Z_]+$/.test(value)) env[value] = '';
    }
  }
  return rest;
}

/** `bash -euo pipefail -c "…"`, `sh -lc '…'`. */
function scriptOf([name = '', ...rest]: readonly string[]): string | null {
  if (!/^(?:.*\/)?(?:ba|z|da|)sh$/.test(name)) return null;
  const index = rest.findIndex((word) => /^-\w*c$/.test(word));
  return index === -1 ? null : (rest[index + 1] ?? null);
}
