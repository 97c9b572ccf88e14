/** Folders whose packages are input of tests, not packages of the repository. */
const FIXTURES =
  /(?:^|\/)(?:fixtures?|testdata|test[-_]data|test[-_]crates?|test[-_]projects?|snapshots|__fixtures__|resources\/test|tests?\/(?:.*\/)?(?:projects|packages|crates|workspaces|data|ui|cases|inputs?))(?:\/|$)/i;

/** @param path of a manifest or folder, relative to the workspace */
export const isFixture = (path: string): boolean => FIXTURES.test(path);
