import type { View } from '../../workspace/view.ts';

/** nextest's own configuration, from the root of the cargo workspace. */
export const NEXTEST_CONFIG = '.config/nextest.toml';

/** Why the tests of this workspace's crates are run by nextest where it is installed; null when nothing configures it. */
export function nextestSetting({ config, file }: Pick<View, 'config' | 'file'>): string | null {
  if (config.rust.testRunner !== null) return config.rust.testRunner === 'nextest' ? 'configured' : null;
  return file(NEXTEST_CONFIG) ? NEXTEST_CONFIG : null;
}
