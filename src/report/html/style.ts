/** The page's look: light or dark as the reader's system is, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #16181c); --card: light-dark(#ffffff, #1e2127); --ink: light-dark(#22252b, #e4e6ea);
  --faint: light-dark(#6a6f78, #969ca6); --rule: light-dark(#dcd9d2, #343943); --link: light-dark(#1f5fa8, #8ab8f0);
  --cool: light-dark(#e6e9ee, #2b313b); --hot: light-dark(#e2503a, #e0523c);
  --c0: light-dark(#8db7e0, #3f6f9f); --c1: light-dark(#f4b26f, #a8641c); --c2: light-dark(#93cf8b, #3f7f38); --c3: light-dark(#d3a8cb, #85517a);
  --c4: light-dark(#f19b98, #a83f3d); --c5: light-dark(#9ad6d1, #3d7f79); --c6: light-dark(#cbb29f, #75563f);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
header, main { max-width: 1500px; margin: 0 auto; padding: 0 24px; }
header { display: flex; flex-wrap: wrap; gap: 4px 18px; align-items: baseline; padding-top: 20px; }
h1 { font-size: 21px; margin: 0; } h2 { font-size: 17px; margin: 32px 0 0; } h3 { font-size: 15px; margin: 2px 0 6px; overflow-wrap: anywhere; }
p { margin: 2px 0 8px; overflow-wrap: break-word; } .faint, dt { color: var(--faint); } .path { font: 12px ui-monospace, monospace; overflow-wrap: anywhere; }
.lead { font-size: 17px; margin: 14px 0 2px; } #controls { display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; margin: 14px 0 0; }
select, input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--rule); border-radius: 4px; padding: 2px 6px; }
.legend { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; color: var(--faint); } .legend .swatch { width: 10px; border-radius: 2px; } .legend i:not(.swatch) { width: 90px; height: 10px; background: linear-gradient(90deg, var(--cool), var(--hot)); } .legend i { height: 10px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.away { opacity: .18; } tr.linked td { background: color-mix(in oklab, var(--link) 14%, transparent); } td code { font: 12px ui-monospace, monospace; } td button { text-align: left; overflow-wrap: anywhere; } a { color: var(--link); }
nav { margin: 12px 0 6px; min-height: 28px; } nav span { margin: 0 4px; }
button { font: inherit; color: var(--link); background: none; border: 1px solid transparent; border-radius: 4px; padding: 1px 5px; cursor: pointer; }
button[aria-current] { color: var(--ink); font-weight: 600; }
.look { display: grid; grid-template-columns: minmax(0, 1fr) 310px; gap: 18px; }
#map { width: 100%; height: min(66vh, 640px); display: block; background: var(--rule); border-radius: 6px; }
#details { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 12px 14px; overflow: auto; max-height: min(66vh, 640px); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 8px 0; } dd { margin: 0; overflow-wrap: anywhere; }
ul.plain { list-style: none; margin: 0 0 10px; padding: 0; font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.cell { cursor: pointer; outline: none; } .cell:focus > .box:first-child { stroke: var(--link); stroke-width: 3; }
.box { fill: color-mix(in oklab, var(--hot) var(--heat), var(--cool)); stroke: var(--paper); stroke-width: 1; }
.box.small { stroke-width: .5; } .cell:hover > .box:first-child { stroke: var(--ink); }
.label { font: 11.5px system-ui, sans-serif; fill: light-dark(#1c1e22, #f2f3f5); pointer-events: none; } .label.faint { opacity: .65; }
.name { font: 650 15px system-ui, sans-serif; text-anchor: middle; fill: var(--ink); stroke: var(--paper); stroke-width: 3.5px; paint-order: stroke; pointer-events: none; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--faint); } th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
td { overflow-wrap: break-word; } .number { text-align: right; } td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.trend { width: 100%; max-width: 520px; } .bar { fill: var(--link); opacity: .75; } .count { font-size: 7px; text-anchor: middle; fill: var(--faint); }
.word { white-space: nowrap; } td.path { overflow-wrap: normal; min-width: 90px; } aside .word { white-space: normal; }
.wire { fill: none; stroke: var(--faint); opacity: .7; } .wire.across { stroke: var(--hot); } .was { opacity: .3; }
.arcs { display: grid; grid-template-columns: fit-content(70%) 150px; gap: 6px; margin: 4px 0 14px; } .arcs ul { margin: 0; min-width: 0; } .arcs li { height: 24px; line-height: 24px; text-align: right; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; direction: rtl; } .arcs bdi { direction: ltr; }
.past { display: flex; flex-wrap: wrap; gap: 8px 32px; } .past > div { flex: 1 1 320px; }
.tree { margin: 10px 0; } .tree p { margin: 0; } .tree ul { margin: 2px 0 0 6px; border-left: 1px solid var(--faint); } .tree li { padding-left: 12px; } .tree i { display: inline-block; height: 7px; background: var(--link); opacity: .6; }
.wide { overflow-x: auto; } .units rect, .units path { fill: none; stroke: var(--faint); } .units text { fill: var(--ink); font-size: 12px; }
button:focus-visible { outline: 2px solid var(--link); }
@media (max-width: 900px) { .look { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 600px) { header, main { padding: 0 12px; } #map { height: 62vh; } #details { max-height: none; } th, td { padding-right: 8px; } #controls label { flex: 1 1 40%; } input { width: 100%; } p { overflow-wrap: anywhere; } .scroll table { min-width: 580px; }
  .scroll.hottest table { min-width: 0; } .hottest .word { white-space: normal; } .hottest tr { display: grid; grid-template-columns: 26px 54px minmax(0, 1fr) 62px; border-bottom: 1px solid var(--rule); } .hottest tr[hidden] { display: none; }
  .hottest :is(td, th) { border: 0; overflow-wrap: anywhere; } .hottest :is(td, th):nth-child(n + 5) { display: none; } .hottest td:nth-child(9) { display: block; grid-column: 3 / 5; padding-bottom: 8px; }
  .arcs { grid-template-columns: minmax(0, 1fr) 150px; } .name { font-size: 13px; } }
@media print {
  :root { color-scheme: light; } body { font-size: 10.5px; } .keys, #controls label, button.copy { display: none; } .away { opacity: 1; } h2 { break-after: avoid-page; } tr, .past, .tree { break-inside: avoid; }
  .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .look { grid-template-columns: 1fr; } #map { height: auto; background: none; } #details { max-height: none; } .scroll { overflow: visible; }
}
`;
