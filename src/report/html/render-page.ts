import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { grouped } from '../fit-text.ts';
import { escapedJson } from '../json-text.ts';
import { mapToSvg } from '../map/svg.ts';
import type { PageData } from './page/data.ts';
import { STYLE } from './style.ts';

/** The parts of the page's program below `page/`, each after those that it imports. */
export const PAGE_MODULES = [
  'squarify',
  'tree',
  'paint',
  'draw-path',
  'draw-map',
  'draw-names',
  'draw-details',
  'draw-controls',
  'draw-table',
  'draw-coupling',
  'draw-splices',
  'draw-past',
  'draw-sections',
  'main',
] as const;

/**
 * One file that needs nothing else: it works from a folder, offline, and asks nobody for anything. What the workspace says stands in it as
 * data and is only ever shown as text.
 * @param graph the units of a map, drawn below the sections; null or one unit: nothing
 * @param modules the compiled texts of `PAGE_MODULES`, in their order
 */
export function renderPage(data: PageData, modules: readonly string[], graph: WorkspaceMap | null = null): string {
  const { name, head, noHistory, totals } = data;
  const revision = head === null ? `history takes no part: ${noHistory}` : `at ${head.id}, ${head.day}`;
  const counts = `${grouped(totals.lines)} lines in ${grouped(totals.files)} files of ${grouped(totals.crates)} ${totals.crates === 1 ? 'crate or package' : 'crates and packages'}, ${grouped(totals.functions)} functions`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(name)}: hotspots</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(name)}</h1><span class="faint">${escaped(revision)}</span><span class="faint">${escaped(counts)}</span></header>
<main>
${data.headline.map((text, at) => `<p class="${at === 0 ? 'lead' : ''}">${escaped(text)}</p>\n`).join('')}<div id="controls" role="group" aria-label="what the map shows"></div>
<nav id="trail" aria-label="where the map stands"></nav>
<div class="look">
<svg id="map" role="group" aria-label="Map: size is lines, colour is what is chosen above"></svg>
<aside id="details" aria-live="polite"></aside>
</div>
<p class="faint keys">Size is lines. Click or Enter goes in, Esc goes out, arrows move, Tab goes on.</p>
<div id="sections"></div>
${graph === null ? '' : drawn(graph)}</main>
<script type="application/json" id="data">${escapedJson(data).replaceAll('<', '\\u003c')}</script>
<script>'use strict';
(() => {
${joined(modules).replaceAll('</', '<\\/')}
})();</script>
</body>
</html>
`;
}

/** Crates, distributions, JS packages and the native modules between them, and who uses whom. */
const drawn = (units: WorkspaceMap): string =>
  units.nodes.length < 2
    ? ''
    : `<section id="graph"><h2>Packages and who uses whom</h2>\n<div class="wide">${mapToSvg(units)}</div>\n</section>\n`;

/** ES modules that name each thing once, as one scope. */
const joined = (modules: readonly string[]): string =>
  modules
    .map((text) =>
      text
        .replaceAll(/^import .*$/gm, '')
        .replaceAll(/^export (?=function|const)/gm, '')
        .replaceAll(/^export \{\};$/gm, ''),
    )
    .join('\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
