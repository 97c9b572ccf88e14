import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';

/** How a Django project is set up before anything of it can be imported. */
export interface DjangoSettings {
  /** The module of its settings, dotted. */
  readonly module: string;
  /** The folder that it is started from, where module names begin. */
  readonly folder: string;
  /** Where that is said: `manage.py:9`. */
  readonly place: string;
}

const IN_MANAGE = /\bsetdefault\s*\(\s*(["'])DJANGO_SETTINGS_MODULE\1\s*,\s*(["'])([\w.]+)\2/;
/** Of pytest-django, in whatever file keeps pytest's settings. */
const IN_SETTINGS = /^[ \t]*DJANGO_SETTINGS_MODULE\s*=\s*(["']?)([\w.]+)\1/m;
const PLACES = /(?:^|\/)(?:manage\.py|pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/;

/** What the nearest `manage.py` above a file says, else the settings of pytest; null where the project is none of Django's. */
export function djangoSettings(view: View, path: string): DjangoSettings | null {
  const found = view.files.flatMap(({ path: place, state }): DjangoSettings[] => {
    const folder = place.slice(0, place.lastIndexOf('/') + 1);
    if (state !== 'text' || !PLACES.test(place) || !path.startsWith(folder)) return [];
    const text = view.text(place);
    const match = place.endsWith('.py') ? IN_MANAGE.exec(text) : IN_SETTINGS.exec(text);
    const module = match?.[3] ?? match?.[2];
    if (match === null || module === undefined) return [];
    const line = lineAt(lineStartsOf(text), match.index);
    return [{ module, folder: folder.replace(/\/$/, ''), place: `${place}:${line}` }];
  });
  const isManage = ({ place }: DjangoSettings): boolean => /(?:^|\/)manage\.py:/.test(place);
  return (
    found.sort((a, b) => Number(isManage(b)) - Number(isManage(a)) || b.folder.length - a.folder.length)[0] ?? null
  );
}
