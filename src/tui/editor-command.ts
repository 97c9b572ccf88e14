/** How an editor is told the line. Most take `+12 file`; some of the others are known by name. */
export function editorCommand(env: Readonly<Record<string, string | undefined>>, path: string, line: number): string[] {
  const words = (env.VISUAL || env.EDITOR || 'vi').split(' ').filter(Boolean);
  const name = words[0]!.split('/').at(-1)!;
  if (/^(code|codium|cursor|windsurf)$/.test(name))
    return [...words, ...(words.includes('--wait') ? [] : ['--wait']), '--goto', `${path}:${line}`];
  if (/^(hx|helix|subl|zed)$/.test(name)) return [...words, `${path}:${line}`];
  if (/^(idea|pycharm|rustrover|webstorm)$/.test(name)) return [...words, '--line', String(line), path];
  return [...words, `+${line}`, path];
}
