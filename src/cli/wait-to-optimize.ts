import { setFlagsFromString } from 'node:v8';

/**
 * By the major version of Node: V8 calls it otherwise in each, and prints an error for a flag that it does not know. Measured on 20.20, 22.23
 * and 24.22; any other version runs as it is.
 * @internal Exported for its tests.
 */
export const FLAGS: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-turbofan=30000',
};

/** Most commands end after a second or two: code that V8 optimizes so early costs more time than it saves. What runs for long still is. */
export function waitToOptimize(): void {
  const flag = FLAGS[process.versions.node.split('.')[0]!];
  if (flag !== undefined) setFlagsFromString(flag);
}
