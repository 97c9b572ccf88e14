import { dirname } from 'node:path';

/** A folder and those above it, the nearest first: where rustup and cargo look for their settings. */
export function folderChain(folder: string): string[] {
  const chain = [folder];
  for (let dir = folder; dirname(dir) !== dir; dir = dirname(dir)) chain.push(dirname(dir));
  return chain;
}
