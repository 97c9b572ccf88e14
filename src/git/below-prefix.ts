/** From git's paths (latin1, from the top folder) to the workspace's own: those below its folder whose names are UTF-8. */
export function belowPrefix<Value>(files: ReadonlyMap<string, Value>, prefix: string): Map<string, Value> {
  const latin1Prefix = Buffer.from(prefix).toString('latin1');
  const below = new Map<string, Value>();
  for (const [path, value] of files) {
    if (!path.startsWith(latin1Prefix)) continue;
    const text = Buffer.from(path.slice(latin1Prefix.length), 'latin1').toString('utf8');
    if (!text.includes('\ufffd')) below.set(text, value);
  }
  return below;
}
