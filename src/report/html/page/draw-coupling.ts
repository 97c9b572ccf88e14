import type { PagePair } from './data.ts';
import { tag } from './draw-details.ts';
import { element } from './draw-map.ts';

/** Pairs that are drawn; the table below has more. */
const DRAWN = 16;
const LINE = 24;
const ARCS = 150;

/** Files one below the other (cut at their beginning where there is no room), those of a pair joined by an arc: the more often both change together, the thicker it is. */
export function couplingArcs(pairs: readonly PagePair[]): HTMLElement {
  const drawn = pairs.slice(0, DRAWN);
  const files = [...new Set(drawn.flatMap(({ a, b }) => [a, b]))];
  const made = tag('div', '', 'arcs');
  const names = tag('ul', '', 'plain');
  for (const file of files) {
    const row = tag('li', '');
    row.title = file;
    row.append(tag('bdi', file));
    names.append(row);
  }
  const svg = element('svg', {
    width: String(ARCS),
    height: String(files.length * LINE),
    viewBox: `0 0 ${ARCS} ${files.length * LINE}`,
    role: 'img',
    'aria-label': drawn.map(({ a, b, degree }) => `${a} and ${b}, ${degree} %`).join('; '),
  });
  for (const pair of drawn) svg.append(arc(pair, files));
  made.append(names, svg);
  return made;
}

function arc({ a, b, degree, shared, across }: PagePair, files: readonly string[]): SVGElement {
  const [from, to] = [files.indexOf(a), files.indexOf(b)].map((at) => at * LINE + LINE / 2) as [number, number];
  const reach = Math.min(ARCS - 6, 16 + Math.abs(to - from) * 0.8);
  const shape = element('path', {
    d: `M 2 ${from} C ${reach} ${from} ${reach} ${to} 2 ${to}`,
    class: across ? 'wire across' : 'wire',
    'stroke-width': (1 + degree / 20).toFixed(1),
  });
  shape.appendChild(element('title', {})).textContent = `${a} and ${b}: ${degree} %, ${shared} commits`;
  return shape;
}
