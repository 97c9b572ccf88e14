import { defineCodemod } from '../../../codemods/define-codemod.ts';
import { SPLIT_OPTIONS } from '../../../codemods/split-options.ts';
import type { ChangeSet, Part } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, UnitId } from '../../../src/core/unit.ts';

/** Statements go to their parts; each file says what it uses of others, and the facade gives what it gave before. */
export const toySplit = (planning: PlanningLanguage, outlineOf: (text: string) => Outline) =>
  defineCodemod({
    id: 'toy/split-module',
    languages: [],
    title: 'Divide a toy file',
    examples: [],
    options: SPLIT_OPTIONS,
    run: (view, { path, plan }) => {
      const text = view.text(path);
      const { units } = outlineOf(text);
      const placeOf = new Map<UnitId, string>(
        plan.modules.flatMap(({ name, units: ids }) =>
          ids.map((id): [UnitId, string] => [id, planning.modulePath(path, name, plan.layout)]),
        ),
      );
      const fileOf = new Map(units.map(({ id, name }) => [name!, placeOf.get(id) ?? path]));
      const linesFor = (file: string): string => {
        const inside = units.filter(({ name }) => fileOf.get(name!) === file);
        const read = new Set(inside.flatMap(({ uses }) => uses.map(({ name }) => name)));
        const away = [...read].filter((name) => fileOf.has(name) && fileOf.get(name) !== file);
        return away.map((name) => `use ${name} from ${fileOf.get(name)}\n`).join('');
      };
      const gone = units.filter(({ id }) => placeOf.has(id));
      const gives = gone.map(({ name }) => `give ${name} from ${fileOf.get(name!)}\n`).join('');
      const { mode } = view.file(path)!;
      const changeSet: ChangeSet = {
        base: [{ path, hash: hashOf(text), mode }],
        edit: [
          {
            path,
            edits: [
              ...gone.map(({ start, end }) => ({ start, end: end + 1, text: '', reason: 'moved' as const })),
              { start: text.length, end: text.length, text: gives, reason: 'facade' as const },
            ],
          },
        ],
        create: [...new Set(placeOf.values())].map((file) => ({
          path: file,
          mode,
          parts: [
            { text: linesFor(file), reason: 'import' as const },
            ...gone
              .filter(({ name }) => fileOf.get(name!) === file)
              .map(({ start, end }): Part => ({ from: { path, start, end: end + 1 } })),
          ],
        })),
        move: [],
        delete: [],
      };
      return { status: 'changed', changeSet, notes: [] };
    },
  });
