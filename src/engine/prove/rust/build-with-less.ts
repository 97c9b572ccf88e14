import { type Build, type BuildConfiguration, withFewerTargets } from './prove-build.ts';

/** What was tried, in this order; only the last can be a success. */
export type Tried = readonly (readonly [name: string, build: Build])[];

/**
 * Builds a configuration, or what is left of it where that does not go: benchmarks often want another toolchain, then tests files that are not
 * published. Where the library alone does not build, nothing that holds it is tried.
 */
export async function buildWithLess(
  configuration: BuildConfiguration,
  run: (configuration: BuildConfiguration) => Promise<Build>,
): Promise<Tried> {
  const whole = await run(configuration);
  const first = [configuration.name, whole] as const;
  if (whole.success) return [first];
  const { tests, library } = withFewerTargets(configuration);
  const alone = library && ([library.name, await run(library)] as const);
  if (tests === null || (alone && !alone[1].success)) return alone ? [first, alone] : [first];
  const tested = [tests.name, await run(tests)] as const;
  return tested[1].success || !alone ? [first, tested] : [first, tested, alone];
}
