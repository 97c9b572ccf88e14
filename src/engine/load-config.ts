import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import { RefactorError } from '../core/errors.ts';

export const CONFIG_FILE = 'omni-refactor.toml';

/** The workspace's configuration, or the defaults when it has none. Data only: nothing in it is executed. */
export async function loadConfig(root: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(join(root, CONFIG_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return DEFAULT_CONFIG;
    throw new RefactorError({
      code: 'config-unreadable',
      what: `${CONFIG_FILE} cannot be read`,
      why: (error as Error).message,
      whatToDo: 'Make it a readable file, or remove it.',
    });
  }
  // Loaded only where there is a file: schemas take a fifth of the time that a start takes.
  const { parseConfig } = await import('../config/parse-config.ts');
  return parseConfig(text, CONFIG_FILE);
}
