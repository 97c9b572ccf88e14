import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Ecosystem } from './targets.ts';

/** Rooms of the built program that decide what a split does and how it is proven. */
const ROOMS =
  /^(src\/(core|config|languages|process|git|workspace|engine)|analyzers\/modules|codemods)\/.*\.(js|py|json)$/;
const LANGUAGE = { cargo: 'rust', pypi: 'python', npm: 'javascript', library: 'python', repository: 'javascript' };

/** A hash of the built engine as far as one ecosystem's targets can meet it: a change in another language makes no row stale. */
export function engineMark(dist: string, ecosystem: Ecosystem): string {
  const foreign = Object.values(LANGUAGE)
    .filter((language) => language !== LANGUAGE[ecosystem])
    .map((language) => `/${language}/`);
  const hash = createHash('sha256');
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .filter((path) => ROOMS.test(path) && !foreign.some((part) => path.includes(part)))
    .sort();
  if (paths.length === 0) throw new Error(`${dist} holds no built program: run \`npm run build\` first`);
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(dist, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
