import { nameJudge } from '../../analyzers/modules/name/name-judge.ts';
import { nameModules } from '../../analyzers/modules/name/name-modules.ts';
import { wordsOf } from '../../analyzers/modules/name/name-words.ts';
import { ownName } from '../../analyzers/modules/predict/part-paths.ts';
import { planningOf } from '../../src/engine/planning-of.ts';
import { type HumanCase, itemsOf, outlineOf } from './human-case.ts';

/** A maintainer's group, and what the planner calls it. */
export interface NamedGroup {
  readonly language: HumanCase['language'];
  readonly theirs: string;
  readonly ours: string;
}

/** The planner's names for the maintainer's own groups, so that naming is measured by itself. */
export function measureNames(one: HumanCase, text: string): NamedGroup[] {
  const outline = outlineOf(text, one.language);
  const { items } = itemsOf(one, outline);
  const paths = Object.keys(one.groups).filter((path) => items.some(({ group }) => group === path));
  const groups = paths.map((path) => items.flatMap(({ group, unit }) => (group === path ? [unit] : [])));
  const own = ownName(one.oldPath);
  const judge = nameJudge(planningOf(outline.language), outline, [own]);
  const names = nameModules(groups, judge, { own: wordsOf(own) });
  return paths.map((path, i) => ({ language: one.language, theirs: nameOfPath(path), ours: names[i]! }));
}

/** A file's stem, or its folder's name where the stem says nothing. */
export function nameOfPath(path: string): string {
  const stem = path
    .split('/')
    .pop()!
    .replace(/\.\w+$/, '');
  return /^(mod|__init__|index)$/.test(stem) ? (path.split('/').at(-2) ?? stem) : stem;
}

const singular = (word: string): string => word.toLowerCase().replace(/(?<=..)s$/, '');

/** Whether two names have a word in common, singular or plural. */
export function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a).map(singular));
  return wordsOf(b).some((word) => words.has(singular(word)));
}

/** One line for each language: names that share a word, that are the same, and that are one word. */
export function nameLines(named: readonly NamedGroup[]): string[] {
  const line = (title: string, groups: readonly NamedGroup[]): string => {
    const share = (test: (group: NamedGroup) => boolean): string =>
      `${((100 * groups.filter(test).length) / groups.length).toFixed(1)} %`;
    const same = ({ theirs, ours }: NamedGroup): boolean =>
      wordsOf(theirs).map(singular).join() === wordsOf(ours).map(singular).join();
    const shared = share(({ theirs, ours }) => sharesWord(theirs, ours));
    const single = share(({ ours }) => wordsOf(ours).length === 1);
    return `- names for the maintainers' own groups, ${title} (${groups.length}): ${shared} share a word, ${share(same)} are the same, ${single} are one word`;
  };
  const languages = [...new Set(named.map(({ language }) => language))];
  return [
    ...(named.length > 0 ? [line('all', named)] : []),
    ...languages.map((one) =>
      line(
        one,
        named.filter(({ language }) => language === one),
      ),
    ),
  ];
}
