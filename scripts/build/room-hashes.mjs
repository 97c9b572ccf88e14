import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A hash of the sources of each room, by its path: facts that another version of this code has extracted are not taken for its own. */
export function roomHashes(project) {
  const rooms = ['analyzers', 'codemods'];
  for (const entry of readdirSync(join(project, 'src'), { withFileTypes: true }))
    if (entry.isDirectory()) rooms.push(`src/${entry.name}`);
  return Object.fromEntries(rooms.map((room) => [room, hashFolder(join(project, room))]));
}

function hashFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return hashOf(
    files
      .sort()
      .map((file) => `${file} ${hashOf(readFileSync(join(folder, file)))}`)
      .join('\n'),
  );
}
