import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScreenConfig } from '../config/config.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import { isRefactorError } from '../core/errors.ts';
import { CONFIG_FILE, loadConfig } from '../engine/load-config.ts';

/**
 * Keys and colours for the screen that opens. A configuration that cannot be used leaves them as they are: the scan, which reads it too,
 * reports what is wrong with it.
 */
export async function screenConfig(root: string): Promise<ScreenConfig> {
  try {
    // Schemas are most of what a start would load: only where the word stands in the file.
    if (!/\bscreen\b/.test(readFileSync(join(root, CONFIG_FILE), 'utf8'))) return DEFAULT_CONFIG.screen;
    return (await loadConfig(root)).screen;
  } catch (error) {
    if (isRefactorError(error) || 'code' in (error as object)) return DEFAULT_CONFIG.screen;
    throw error;
  }
}
