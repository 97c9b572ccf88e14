import { readJustfile } from '../../../analyzers/quality-gates/just/read-justfile.ts';
import { GROUP_OF, LANE_GROUPS, laneCommand, rootsFor } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import type { View } from '../../../src/workspace/view.ts';

/** `just` recipes of the commands that CI runs, without those whose names are taken. */
export function recipes(
  view: View,
  path: string,
  lanes: readonly Lane[],
): { readonly text: string; readonly names: readonly string[] } {
  const taken = new Set(readJustfile(view, path)?.recipes.keys());
  const all = [...lanes.map((lane) => laneRecipe(view, lane)), ...groupRecipes(lanes)];
  const fresh = all.filter(({ name }) => !taken.has(name));
  return { text: fresh.map(({ text }) => text).join('\n'), names: fresh.map(({ name }) => name) };
}

interface NamedRecipe {
  readonly name: string;
  readonly text: string;
}

function laneRecipe(view: View, lane: Lane): NamedRecipe {
  const command = laneCommand(view, lane).join(' ');
  const rows = rootsFor(view, lane).map((root) => `    ${root === '' ? command : `cd '${root}' && ${command}`}\n`);
  return { name: `gate-${lane}`, text: `# What CI runs for ${lane}.\ngate-${lane}:\n${rows.join('')}` };
}

function groupRecipes(lanes: readonly Lane[]): NamedRecipe[] {
  const groups = LANE_GROUPS.filter((group) => lanes.some((lane) => GROUP_OF[lane] === group));
  return [
    ...groups.map((group) => ({
      name: `gates-${group}`,
      text: `gates-${group}: ${lanes
        .filter((lane) => GROUP_OF[lane] === group)
        .map((lane) => `gate-${lane}`)
        .join(' ')}\n`,
    })),
    {
      name: 'gates',
      text: `# Every gate of a pull request.\ngates: ${groups.map((group) => `gates-${group}`).join(' ')}\n`,
    },
  ];
}
