import type { Environment } from '../../../../core/environment.ts';
import { isRefactorError } from '../../../../core/errors.ts';
import { parsePredicate } from '../../../../languages/rust/cfg-predicate.ts';
import { optionParts, truthOf } from '../../../../languages/rust/cfg-truth.ts';
import { type Runner, runStaged } from '../run-cargo.ts';

/** What rustc sets by itself for a target: `unix`, `target_os="linux"`, and what compiler flags add. */
export interface TargetCfg {
  /** null: that of the host. */
  readonly triple: string | null;
  /** Null where rustc did not print them. */
  readonly options: ReadonlySet<string> | null;
  /** False where not all flags could be read: any option that is no name of rustc's own may be set. */
  readonly complete: boolean;
}

/** The triples that code can be checked for here without a download. */
export async function installedTargets(runner: Runner): Promise<string[]> {
  const result = await ask(runner, ['rustup', 'target', 'list', '--installed'], '');
  return result === null ? [] : result.split('\n').filter((line) => /^[\w.-]+$/.test(line));
}

/**
 * Asks rustc for the options of a target, with the flags that cargo would give it in a folder.
 * @param folder relative to the stage's root
 * @param triple null: what the folder's configuration builds for, else the host
 */
export async function readTargetCfg(runner: Runner, folder: string, triple: string | null): Promise<TargetCfg> {
  const { env } = runner.stage;
  const config = await readConfig(runner, folder);
  const named = triple ?? env.CARGO_BUILD_TARGET ?? config?.build?.target;
  const target = typeof named === 'string' ? named : null;
  const bare = await printCfg(runner, folder, target, []);
  const flags = flagsOf(env, config, target, bare);
  const options = flags.list.length === 0 ? bare : await printCfg(runner, folder, target, flags.list);
  return {
    triple: target,
    options,
    complete: options !== null && config !== null && flags.complete && !Array.isArray(named),
  };
}

async function printCfg(
  runner: Runner,
  folder: string,
  target: string | null,
  flags: readonly string[],
): Promise<Set<string> | null> {
  const command = ['rustc', '--print', 'cfg', ...(target === null ? [] : ['--target', target]), ...flags];
  const printed = await ask(runner, command, folder);
  return printed === null ? null : new Set(printed.split('\n').filter((line) => line !== ''));
}

interface CargoConfig {
  readonly build?: { readonly target?: unknown; readonly rustflags?: unknown };
  readonly target?: Readonly<Record<string, { readonly rustflags?: unknown }>>;
}

/** cargo's configuration as it merges it; the command is unstable, so only this process is allowed to run it. */
async function readConfig(runner: Runner, folder: string): Promise<CargoConfig | null> {
  const command = ['cargo', '-Zunstable-options', 'config', 'get', '--format', 'json'];
  const printed = await ask(runner, command, folder, { RUSTC_BOOTSTRAP: '1' });
  if (printed === null) return null;
  try {
    return JSON.parse(printed) as CargoConfig;
  } catch {
    // Another version may print another form, whose meaning is not known.
    return null;
  }
}

async function ask(
  runner: Runner,
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  try {
    const result = await runStaged(runner, command, folder, { env, describe: ({ stderr }) => stderr });
    return result.exitCode === 0 ? result.stdout : null;
  } catch (error) {
    if (isRefactorError(error) && error.problem.code === 'program-not-found') return null;
    throw error;
  }
}

interface Flags {
  readonly list: readonly string[];
  readonly complete: boolean;
}

/** The first source that sets something is taken, as cargo does: two variables, then tables of targets, then `[build]`. */
function flagsOf(
  env: Environment,
  config: CargoConfig | null,
  triple: string | null,
  options: ReadonlySet<string> | null,
): Flags {
  const { CARGO_ENCODED_RUSTFLAGS: encoded, RUSTFLAGS: plain, CARGO_BUILD_RUSTFLAGS: built } = env;
  if (encoded !== undefined) return { list: encoded.split('\x1f').filter((flag) => flag !== ''), complete: true };
  if (plain !== undefined) return { list: wordsOf(plain), complete: true };
  const tables = Object.entries(config?.target ?? {}).filter(([, table]) => table.rustflags !== undefined);
  const applying = tables.map(([key, { rustflags }]) => ({
    list: wordsOf(rustflags),
    applies: applies(key, triple, options),
  }));
  const list = applying.filter((table) => table.applies === true).flatMap((table) => table.list);
  const complete = applying.every((table) => table.applies !== null);
  return list.length > 0 ? { list, complete } : { list: wordsOf(built ?? config?.build?.rustflags), complete };
}

/** Whether a `[target.…]` table applies to a build; null: not known. */
function applies(key: string, triple: string | null, options: ReadonlySet<string> | null): boolean | null {
  const predicate = /^cfg\(([\s\S]*)\)$/.exec(key)?.[1];
  if (predicate === undefined) return triple === null ? null : key === triple;
  const parsed = parsePredicate(predicate);
  return parsed === null || options === null ? null : truthOf(parsed, (option) => options.has(keyOf(option)));
}

const wordsOf = (flags: unknown): string[] => {
  if (Array.isArray(flags)) return flags.map(String);
  return typeof flags === 'string' ? flags.split(' ').filter((word) => word !== '') : [];
};

/** An option as rustc prints it: `unix`, `target_os="linux"`. */
export function keyOf(option: string): string {
  const { name, value } = optionParts(option);
  return value === null ? name : `${name}="${value}"`;
}
