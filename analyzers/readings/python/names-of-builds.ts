import { dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { nameOf } from './source.ts';

const SETTINGS = /(^|\/)(?:pyproject\.toml|setup\.cfg)$/;
/** setuptools reads the constant from the text, and imports the module only where it is not there. */
const ATTRIBUTE = /\battr\s*[=:]\s*["']?([\w.]+)/g;
/** `[tool.hatch.version]` and `[tool.pdm.version]` name a file. */
const FILE = /^\[tool\.(?:hatch|pdm)\.version\][^[]*?\bpath\s*=\s*["']([^"']+)["']/gm;
const VERSIONS = ['__version__', 'VERSION', 'version'];

/** Names that build backends read from the text of a module, by the settings of the workspace, each with the file that says so. */
export function namesOfBuilds(view: View, path: string): ReadonlyMap<string, string> {
  const { dotted } = nameOf(view, path);
  return new Map(
    view.files
      .filter(({ path: by, state }) => state === 'text' && SETTINGS.test(by))
      .flatMap(({ path: by }) => namesIn(view, by, path, `${dotted}.`).map((name): [string, string] => [name, by])),
  );
}

function namesIn(view: View, by: string, path: string, home: string): string[] {
  const text = view.text(by);
  const attributes = [...text.matchAll(ATTRIBUTE)]
    .flatMap(([, name]) => (name!.startsWith(home) ? name!.slice(home.length) : []))
    .filter((name) => !name.includes('.'));
  const isFile = [...text.matchAll(FILE)].some(([, file]) => join(dirname(by), file!) === path);
  return isFile ? [...attributes, ...VERSIONS] : attributes;
}
