import { afterEach, expect, test, vi } from 'vitest';
import { killGroup } from '../../src/process/living-groups.ts';

afterEach(() => void vi.restoreAllMocks());

test.each([
  ['linux', -7],
  ['darwin', -7],
  ['win32', 7],
] as const)('on %s, %d is signalled', (platform, pid) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  killGroup(7, 'SIGTERM');
  expect(kill).toHaveBeenCalledExactlyOnceWith(pid, 'SIGTERM');
});

test.each(['ESRCH', 'EPERM'])('a group of which nobody lives is fine: %s', (code) => {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  expect(() => killGroup(7, 'SIGKILL')).not.toThrow();
});
