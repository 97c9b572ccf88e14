import type { PageModule } from './data.ts';
import { tag } from './draw-details.ts';
import { pathText } from './draw-path.ts';

/** Each host with the files that it splices hanging below it; paths of any length wrap where they may. */
export function spliceTrees(modules: readonly PageModule[]): HTMLElement {
  const made = tag('div', '', 'splices');
  for (const { id, files } of modules) {
    const [host, ...fragments] = files;
    if (host === undefined) continue;
    const most = Math.max(1, ...files.map(({ lines }) => lines));
    const whole = files.reduce((sum, { lines }) => sum + lines, 0);
    const list = tag('ul', '', 'plain');
    for (const fragment of fragments) list.append(spliced('li', fragment, most));
    const tree = tag('div', '', 'tree');
    tree.append(tag('p', `${id} · ${whole} lines`, 'faint'), spliced('p', host, most), list);
    made.append(tree);
  }
  return made;
}

/** Path, lines, and a bar as long as it has lines beside the longest of its module. */
function spliced(name: 'li' | 'p', { path, lines }: PageModule['files'][number], most: number): HTMLElement {
  const made = tag(name, '', 'path');
  const bar = tag('i', '');
  bar.style.width = `${Math.max(1, Math.round((lines / most) * 90))}px`;
  made.append(pathText(path), tag('span', ` ${lines} `, 'faint'), bar);
  return made;
}
