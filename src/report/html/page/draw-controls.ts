import type { PageData, PageFile } from './data.ts';
import { tag } from './draw-details.ts';
import { type Mode, modesOf } from './paint.ts';
import type { MapNode } from './tree.ts';

/** What the reader has chosen to see. */
export interface Chosen {
  readonly mode: Mode;
  /** Whether a file fits the search and the language. */
  readonly fits: (file: PageFile) => boolean;
}

/** Colour, language and search above the map, with the legend; calls back at each change. */
export function drawControls(into: HTMLElement, data: PageData, changed: (chosen: Chosen) => void): Chosen {
  const modes = modesOf(data);
  const languages = [...new Set(data.files.map(({ language }) => language))].sort();
  const colour = choice(
    'colour',
    modes.map(({ id, title }) => [id, title]),
  );
  const language = choice('language', [['', 'all'], ...languages.map((one): [string, string] => [one, one])]);
  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = 'part of a path';
  const legend = tag('span', '', 'legend');
  const read = (): Chosen => {
    const mode = modes.find(({ id }) => id === colour.value) ?? modes[0]!;
    const words = search.value.toLowerCase().split(' ').filter(Boolean);
    legend.replaceChildren(...legendOf(mode));
    return {
      mode,
      fits: (file) =>
        (language.value === '' || file.language === language.value) &&
        words.every((word) => file.path.toLowerCase().includes(word)),
    };
  };
  for (const control of [colour, language, search]) control.addEventListener('input', () => changed(read()));
  const shown = [labelled('colour', colour), ...(languages.length > 1 ? [labelled('language', language)] : [])];
  into.replaceChildren(...shown, labelled('search', search), legend);
  return read();
}

/** A scale between two words, or a colour for each of those who have one. */
function legendOf({ ends, people }: Mode): HTMLElement[] {
  if (people === undefined) return [tag('span', ends[0]), tag('i', ''), tag('span', ends[1])];
  const named = people.flatMap((name, at) => [swatch(`var(--c${at})`), tag('span', name.replace(/ <.*$/, ''))]);
  return [...named, swatch('var(--cool)'), tag('span', 'others')];
}

function swatch(colour: string): HTMLElement {
  const made = tag('i', '', 'swatch');
  made.style.background = colour;
  return made;
}

function choice(name: string, values: readonly (readonly [string, string])[]): HTMLSelectElement {
  const made = document.createElement('select');
  made.name = name;
  for (const [value, title] of values) {
    const option = tag('option', title) as HTMLOptionElement;
    option.value = value;
    made.append(option);
  }
  return made;
}

function labelled(title: string, control: HTMLElement): HTMLElement {
  const made = tag('label', `${title} `);
  made.append(control);
  return made;
}

/** Whether something in a square fits: a group does if one of its files does. */
export const fitsNode = (node: MapNode, { fits }: Chosen): boolean =>
  node.file ? fits(node.file) : node.children.some((child) => fitsNode(child, { fits } as Chosen));
