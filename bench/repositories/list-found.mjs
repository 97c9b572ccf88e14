import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files that there are, told without the tool: by `git ls-files`, or by walking where there is no git. */
export function listFound(root) {
  const names = gitFiles(root) ?? walk(root);
  return [...new Set(names)].filter((name) => {
    const stat = lstatSync(Buffer.from(join(root, name), 'latin1'), { throwIfNoEntry: false });
    return stat !== undefined && !stat.isDirectory();
  });
}

/** Names as latin1, so that every byte of theirs is kept. */
function gitFiles(root) {
  try {
    return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'latin1',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter(Boolean);
  } catch {
    return null;
  }
}

function walk(root) {
  const skipped = new Set(['.git', 'node_modules', 'target', 'dist', '__pycache__', '.venv', 'venv', '.tox', '.cache']);
  const names = [];
  const waiting = [''];
  while (waiting.length > 0) {
    const folder = waiting.pop();
    for (const child of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? child.name : `${folder}/${child.name}`;
      if (!child.isDirectory()) names.push(Buffer.from(path).toString('latin1'));
      else if (!skipped.has(child.name)) waiting.push(path);
    }
  }
  return names;
}
