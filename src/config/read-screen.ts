import type { AST } from 'toml-eslint-parser';
import type { ScreenConfig } from './config.ts';
import { configError } from './config-error.ts';
import { locateKey } from './locate-key.ts';
import type { ScreenInput } from './schema.ts';
import { keyProblem } from './screen/key-problem.ts';
import type { ThemeKey } from './screen/theme.ts';

/**
 * The `[screen]` table. Throws RefactorError `config-invalid` at an action, a key or a doubled key by which the screen could not be used.
 * @param path how the file is named in messages
 */
export function readScreen(path: string, ast: AST.TOMLProgram, { keys = {}, theme = {} }: ScreenInput): ScreenConfig {
  const problem = keyProblem(keys);
  if (problem !== null) {
    const at = locateKey(ast, ['screen', 'keys', ...problem.at]) ?? { line: 1, column: 1 };
    throw configError(`${path}:${at.line}:${at.column}`, problem.why, problem.whatToDo);
  }
  const given = Object.entries(theme).filter((entry): entry is [ThemeKey, string] => entry[1] !== undefined);
  return { keys, theme: Object.fromEntries(given) };
}
