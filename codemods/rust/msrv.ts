import { dirname } from 'node:path/posix';
import type { CodemodFile } from '../define-file-codemod.ts';

/** The manifests above a file, the nearest first. */
export function manifestsAbove(file: Pick<CodemodFile, 'path' | 'read'>): string[] {
  const found: string[] = [];
  for (let folder = dirname(file.path); ; folder = dirname(folder)) {
    const text = file.read(folder === '.' ? 'Cargo.toml' : `${folder}/Cargo.toml`);
    if (text !== null) found.push(text);
    if (folder === '.') return found;
  }
}

/**
 * Refuses the file where its package promises to compile with an older compiler: `rust-version` of the nearest manifest, or of one above it
 * that it inherits from. A package that promises none is taken to follow the newest.
 */
export function requireRust(file: CodemodFile, minor: number, feature: string): void {
  for (const manifest of manifestsAbove(file)) {
    if (/^\s*rust-version\.workspace\s*=\s*true|^\s*rust-version\s*=\s*\{\s*workspace/m.test(manifest)) continue;
    const promised = /^\s*rust-version\s*=\s*"1\.(\d+)/m.exec(manifest);
    if (promised !== null && Number(promised[1]) < minor)
      file.refuse(`its package promises Rust 1.${promised[1]}, and ${feature} came with 1.${minor}`);
    if (promised !== null || /^\[package\]/m.test(manifest)) return;
  }
}

/** The edition of the nearest package, as a year; 2015 where none is said. */
export function editionOf(file: CodemodFile): number {
  for (const manifest of manifestsAbove(file)) {
    const edition = /^\s*edition\s*=\s*"(\d{4})"/m.exec(manifest);
    if (edition !== null) return Number(edition[1]);
    if (/^\[package\]/m.test(manifest) && !/^\s*edition[.\s=]/m.test(manifest)) return 2015;
  }
  return 2015;
}
