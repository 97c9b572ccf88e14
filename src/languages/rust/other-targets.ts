/**
 * Whether a file is compiled as a crate of its own beside the library: integration tests, examples, benchmarks, build script. Such a crate
 * sees only public names of the library. A file that mounts a library's source by `#[path]` is found by its build, not here.
 * @param packageFolder '' or `crates/press/`
 */
export function isOtherTarget(path: string, packageFolder: string): boolean {
  const inside = path.slice(packageFolder.length);
  return path.startsWith(packageFolder) && (/^(tests|examples|benches)\//.test(inside) || inside === 'build.rs');
}
