// Seeded defects in eight clients: how many `check client-hardening` tells at their file, and whether it tells anything of the clean ones.
//   npm run bench:client-hardening

import { SEEDS } from './seeds.ts';
import { CLIENTS, filesBelow, told } from './told.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
let alarms = 0;
const cells = new Map<string, { seeded: number; told: number; beside: number }>();
print('| client | defect | told at | beside it |\n|---|---|---|---|');
for (const client of CLIENTS) {
  const clean = filesBelow(client);
  const calm = told(clean).findings;
  alarms += calm.length;
  for (const { rule, place, what } of calm)
    print(`| ${client} | none | ${place.path}:${place.line} ${rule}: ${what} | |`);
  for (const { file, rule, from, to } of SEEDS.filter((one) => one.client === client)) {
    const text = clean[file]!;
    if (text.split(from).length !== 2) throw new Error(`${client} ${rule}: the seed does not fit exactly once`);
    const found = told({ ...clean, [file]: text.replace(from, () => to) }).findings;
    const hit = found.find((one) => one.rule === rule);
    const beside = found.filter((one) => one !== hit).map((one) => one.rule);
    const cell = cells.get(rule) ?? { seeded: 0, told: 0, beside: 0 };
    cells.set(rule, { seeded: cell.seeded + 1, told: cell.told + (hit ? 1 : 0), beside: cell.beside + beside.length });
    print(
      `| ${client} | ${rule} in ${file} | ${hit ? `${hit.place.path}:${hit.place.line}` : '**not told**'} | ${beside.join(', ')} |`,
    );
  }
}
const sum = (key: 'seeded' | 'told' | 'beside'): number =>
  [...cells.values()].reduce((all, cell) => all + cell[key], 0);
print(
  `\n${sum('seeded')} defects in ${CLIENTS.length} clients, ${sum('told')} told, ${sum('beside')} findings beside; ${alarms} findings on clean clients`,
);
if (alarms > 0 || sum('told') < 38) process.exitCode = 1;
