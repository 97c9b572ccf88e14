import type { PageData } from './data.ts';
import { drawControls, fitsNode } from './draw-controls.ts';
import { drawDetails, tag } from './draw-details.ts';
import { drawMap } from './draw-map.ts';
import { drawNames, hottestBelow, type Placed } from './draw-names.ts';
import { drawSections } from './draw-sections.ts';
import { paintOf } from './paint.ts';
import { buildTree, type MapNode } from './tree.ts';

const data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;
const map = document.querySelector<SVGSVGElement>('#map')!;
const trail = document.getElementById('trail')!;
const details = document.getElementById('details')!;
const tree = data.files.length > 0 ? buildTree(data) : null;
let shown = tree;
let chosen = drawControls(document.getElementById('controls')!, data, (next) => {
  chosen = next;
  if (shown) show(shown, false);
  markRows();
});

function show(node: MapNode, focus: boolean): void {
  const size = { x: 0, y: 0, width: map.clientWidth || 900, height: map.clientHeight || 520 };
  const named = hottestBelow(node);
  const squares: Placed[] = [];
  drawMap(map, node, size, {
    open,
    look,
    paint: (one) => paintOf(one, chosen.mode),
    fits: (one) => fitsNode(one, chosen),
    named: new Set(named),
    placed: (one, rect) => squares.push({ node: one, rect }),
  });
  // The hottest name first: where two would cover each other, it is the one that stays.
  squares.sort((a, b) => named.indexOf(a.node) - named.indexOf(b.node));
  drawNames(map, squares, size);
  drawDetails(details, node, data);
  drawTrail(node);
  history.replaceState(null, '', `#${encodeURIComponent(pathOf(node).join('\n'))}`);
  if (focus) map.querySelector<SVGElement>('.cell')?.focus();
}

function go(node: MapNode, focus = true): void {
  shown = node;
  show(node, focus);
}

function open(node: MapNode): void {
  if (node.children.length > 0) go(node);
  else look(node);
}

function look(node: MapNode): void {
  drawDetails(details, node, data);
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-path]'))
    row.classList.toggle('linked', row.dataset.path === node.file?.path);
}

/** From a row to its square. */
function find(path: string): void {
  const open = [tree!];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'file' && node.file?.path === path) {
      go(node.parent ?? node, false);
      look(node);
      map.scrollIntoView({ block: 'center' });
      return;
    }
    open.push(...node.children);
  }
}

/** Rows of files that the reader does not search for are left out. */
function markRows(): void {
  const files = new Map(data.files.map((file) => [file.path, file]));
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-path]')) {
    const file = files.get(row.dataset.path!);
    row.hidden = file !== undefined && !chosen.fits(file);
  }
}

const pathOf = (node: MapNode): string[] => (node.parent ? [...pathOf(node.parent), node.name] : []);

function drawTrail(node: MapNode): void {
  const nodes: MapNode[] = [];
  for (let current: MapNode | null = node; current; current = current.parent) nodes.unshift(current);
  trail.replaceChildren(
    ...nodes.flatMap((each, i) => {
      const button = tag('button', each.name);
      button.addEventListener('click', () => go(each));
      if (each === node) button.setAttribute('aria-current', 'location');
      return i === 0 ? [button] : [tag('span', '›', 'faint'), button];
    }),
  );
}

/** The node that an address names, as far as it still exists. */
function named(hash: string): MapNode {
  let current = tree!;
  for (const name of decodeURIComponent(hash.slice(1)).split('\n'))
    current = current.children.find((one) => one.name === name) ?? current;
  return current;
}

if (tree) {
  document.addEventListener('keydown', (event) => {
    if ((event.key === 'Escape' || event.key === 'Backspace') && shown?.parent) {
      event.preventDefault();
      go(shown.parent);
    }
  });
  addEventListener('resize', () => shown && show(shown, false));
  addEventListener('beforeprint', () => shown && show(shown, false));
  go(named(location.hash), false);
  drawSections(document.getElementById('sections')!, data, tree, find);
} else document.querySelector('main')!.replaceChildren(tag('p', 'No source file was found.'));
