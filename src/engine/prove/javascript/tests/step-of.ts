import { basename, join } from 'node:path/posix';
import { commandsOf, type ScriptLine, type Scripts } from '../../../../workspace/javascript/script-commands.ts';
import { readable } from './readable-env.ts';

/** A command that a script runs ahead of its tests. */
export interface TestStep {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder that it runs in, relative to the workspace. */
  readonly folder: string;
  /** For a reader: `scripts.test of package.json`. */
  readonly from: string;
}

/** Where a line stands: its folder, and who holds it. */
export type LinePlace = Pick<TestStep, 'folder' | 'from'>;

/**
 * What a line ahead of the tests is to a proof.
 * @returns null for one that writes nothing, such as a linter; a string where it cannot be run here: the reason
 */
export function stepOf(scripts: Scripts, line: ScriptLine, place: LinePlace): TestStep | string | null {
  const started = line.starts.flatMap((script) => commandsOf(scripts, script));
  const commands = started.length > 0 ? started : [line];
  if (commands.every(({ words }) => writesNone(words))) return null;
  const shown = (words: readonly string[]): string => `${place.from} runs \`${words.join(' ')}\` ahead of the tests`;
  const reaching = commands.find(({ words }) => reachesOut(words) || leavesCopy(words, place.folder));
  if (reaching) return `${shown(reaching.words)}, which reaches out of the copy`;
  const { words } = line;
  const variable = [...words, ...Object.values(line.env)].find((word) => /[$`<>(){}]|^[^-].*[*?]/.test(word));
  if (variable !== undefined) return `${shown(words)}, and ${variable} takes a shell`;
  return { ...place, words, env: readable(line.env) };
}

/** Programs that look at sources, or say something. What they complain about is a matter of rung B. */
const LOOKS =
  /^(eslint|xo|standard|ts-standard|biome|prettier|oxlint|dprint|tsd|tsd-lite|attw|publint|knip|depcheck|cspell|typos|markdownlint|ls-lint|size-limit|echo|true|\[|:)$/;

const writesNone = ([program = '', ...rest]: readonly string[]): boolean =>
  (LOOKS.test(basename(program)) && !rest.some((word) => /^(--write|--fix|-w)$/.test(word))) ||
  (/^(tsc|vue-tsc|tsgo)$/.test(program) && rest.some((word) => /^--?noEmit$/i.test(word)));

/** Packages are links to the user's own in the copy, and git's history and the network are none of it. */
const reachesOut = ([program = '', ...rest]: readonly string[]): boolean =>
  /^(git|gh|hg|docker|docker-compose|curl|wget|sudo|ssh|scp|rsync|kill|pkill|killall)$/.test(basename(program)) ||
  (/^(npm|pnpm|yarn|bun)$/.test(program) && !/^(run(-script)?|test|t|start)$/.test(rest[0] ?? '')) ||
  rest.some((word) => /^(install|publish)$/.test(word) && /^(playwright|lerna|husky)$/.test(program));

/** A path that leads out of the copy, or what deletes and moves files in installed packages, which are links to the user's own. */
const leavesCopy = ([program = '', ...rest]: readonly string[], folder: string): boolean =>
  rest.some((word) => {
    const path = word.replace(/^--?[\w-]+=/, '');
    if (/^(?:\/|~|[A-Za-z]:[\\/])/.test(path)) return true;
    return /^\.\.(?:\/|$)/.test(join(folder, path));
  }) ||
  (/^(?:rm|rimraf|del|del-cli|shx|trash|mv|move-cli|cpx|cpy|cp|ncp|copyfiles)$/.test(basename(program)) &&
    rest.some((word) => /(?:^|\/)node_modules(?:\/|$)/.test(word)));
