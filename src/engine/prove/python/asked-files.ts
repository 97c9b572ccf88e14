import { asksPlaceOf, asksTextOf } from '../../../../analyzers/readings/python/asks-place.ts';
import { folderListerOf } from '../../../../analyzers/readings/python/folder-listers.ts';
import { runTimePlaces } from '../../../../analyzers/readings/python/run-time-places.ts';
import type { View } from '../../../workspace/view.ts';
import type { SplitShape } from './split-shape.ts';

/** Something that the proof does not compare, as the part and why. */
export type Told = [path: string, why: string];

/** Parts that others notice by their files: whoever asks the module where it lies, what its text is, or on which line something begins; and who lists the folder. */
export const askedFiles = (view: View, split: SplitShape): Told[] => [
  ...placed(view, split),
  ...textual(view, split),
  ...ordered(view, split),
  ...listed(view, split),
];

const fresh = ({ before, parts }: SplitShape): SplitShape['parts'] => parts.filter(({ path }) => path !== before.path);

const defining = (split: SplitShape): SplitShape['parts'] =>
  fresh(split).filter(({ statements }) => statements.some(({ text }) => /^(?:@|def |class |async def )/.test(text)));

/** What stands in a part is not in the file that the module says is its own. */
function placed(view: View, split: SplitShape): Told[] {
  const asking = defining(split).length === 0 ? null : asksPlaceOf(view, split.before.path);
  if (asking === null) return [];
  const why = `${asking.path}:${asking.line} asks where the module lies, and what stands here lies elsewhere`;
  return defining(split).map(({ path }) => [path, why]);
}

function textual(view: View, split: SplitShape): Told[] {
  const asking = asksTextOf(view, split.before.path);
  if (asking === null) return [];
  return fresh(split).map(({ path }) => [
    path,
    `${asking.path}:${asking.line} reads the text of the module, which this is no part of (H88)`,
  ]);
}

function ordered(view: View, split: SplitShape): Told[] {
  const moved = defining(split);
  const [place] = moved.length === 0 ? [] : runTimePlaces(view).lines;
  return place === undefined
    ? []
    : moved.map(({ path }) => [
        path,
        `${place} reads on which lines things begin, and they begin anew in each file (H88)`,
      ]);
}

function listed(view: View, split: SplitShape): Told[] {
  return fresh(split)
    .filter(({ path }) => view.file(path) === undefined)
    .flatMap(({ path }): Told[] => {
      const place = folderListerOf(view, path);
      return place === null
        ? []
        : [[path, `${place} lists the files of its folder, and finds this one there too (N2)`]];
    });
}
