import { dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { findNamings } from '../../namings/find-namings.ts';

/** A tool that loads a file by its path, and does not search its folder for what the file imports. */
interface Loader {
  /** As messages name it. */
  readonly name: string;
  readonly files: RegExp;
  /** What else tells that the file is one of the tool's. */
  readonly is?: (view: View, path: string, text: string) => boolean;
}

const OWN_FOLDER = /\bsys\.path\.(?:insert|append|extend)\b[^\n]*(?:["']\.["']|__file__)|\bsite\.addsitedir\b/;

const LOADERS: readonly Loader[] = [
  // https://www.sphinx-doc.org/en/master/usage/configuration.html: run by `exec`, from its own folder
  {
    name: 'Sphinx',
    files: /(^|\/)conf\.py$/,
    is: (_view, _path, text) =>
      /\bsphinx\b|^(?:html_theme|extensions|project|release|master_doc|source_suffix)\s*=/m.test(text),
  },
  // https://setuptools.pypa.io/en/latest/build_meta.html: only the older backend has the folder on its path
  { name: 'setuptools, as pyproject.toml asks for it,', files: /(^|\/)setup\.py$/, is: hasNewBackend },
  // https://alembic.sqlalchemy.org/en/latest/tutorial.html
  {
    name: 'Alembic',
    files: /(^|\/)[^/]+\/[^/]+\.py$/,
    is: (_view, path, text) =>
      (/\/versions\/[^/]+\.py$/.test(path) && /^down_revision\b/m.test(text)) ||
      (path.endsWith('/env.py') && /\balembic\b/.test(text)),
  },
  // https://nox.thea.codes/en/stable/config.html
  { name: 'nox', files: /(^|\/)noxfile\.py$/ },
  // https://hatch.pypa.io/latest/plugins/build-hook/custom
  { name: 'hatchling', files: /(^|\/)hatch_build\.py$/ },
  // https://docs.ansible.com/ansible/latest/dev_guide/developing_program_flow_modules.html: sent to the host by itself
  {
    name: 'Ansible',
    files: /(^|\/)(?:library|plugins\/modules)\/[^/]+\.py$/,
    is: (_view, _path, text) => /\bAnsibleModule\b/.test(text),
  },
  // https://docs.gunicorn.org/en/stable/settings.html#config: run by its path; only the folder that it works in is on the path
  {
    name: 'gunicorn',
    files: /\/[^/]+\.py$/,
    is: (view, path) => isNamedBy(view, path, /\bgunicorn\b[^\n]*(?:-c|--config)\b|GUNICORN_CMD_ARGS/),
  },
  // https://uwsgi-docs.readthedocs.io/en/latest/Options.html#wsgi-file
  { name: 'uWSGI', files: /\.py$/, is: (view, path) => isNamedBy(view, path, /\bwsgi-file\b|--py(?:run|shell)\b/) },
  // https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIScriptAlias.html
  {
    name: 'mod_wsgi',
    files: /\.py$/,
    is: (view, path) => isNamedBy(view, path, /\bWSGI(?:ScriptAlias|ImportScript)\w*/),
  },
  // https://sourceware.org/gdb/current/onlinedocs/gdb.html/Python-Commands.html: `source` runs a script
  { name: 'GDB', files: /\.py$/, is: (view, path) => isNamedBy(view, path, /^\s*source\s|\bgdb\b[^\n]*\s-x\b/) },
  // https://docs.blender.org/manual/en/latest/advanced/command_line/arguments.html
  { name: 'Blender', files: /\.py$/, is: (view, path) => isNamedBy(view, path, /\bblender\b[^\n]*(?:-P|--python)\b/) },
  // https://docs.streamlit.io/develop/concepts/multipage-apps/pages-directory: each file of the folder is a page, a part would be one
  { name: 'Streamlit', files: /(^|\/)pages\/[^/]+\.py$/, is: (_view, _path, text) => /\bstreamlit\b/.test(text) },
  // https://airflow.apache.org/docs/apache-airflow/stable/administration-and-deployment/modules_management.html: `dags` is on the path, what is in it is not
  { name: 'Airflow', files: /(^|\/)dags\/.+\/[^/]+\.py$/, is: (_view, _path, text) => MAKES_DAG.test(text) },
  // https://traitlets.readthedocs.io/en/stable/config.html: run by `exec`
  { name: 'Jupyter', files: /(^|\/)(?:jupyter\w*|ipython\w*|nbconvert|nbgrader)_config\.py$/ },
];

/** A file of Airflow's that makes a graph of tasks. */
export const MAKES_DAG = /\bairflow\b[\s\S]*(?:\bDAG\s*\(|@dag\b)/;

/** Whether a line that names the file is of this form. */
const isNamedBy = (view: View, path: string, form: RegExp): boolean =>
  findNamings(view, [path]).some(({ path: from, start }) => {
    const text = view.text(from);
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, `${text}\n`.indexOf('\n', start));
    return form.test(line);
  });

/** The tool that loads a file and would not find what lies beside it, as words; null where none is seen to. */
export function loadedByTool(view: View, path: string): string | null {
  const named = LOADERS.filter(({ files }) => files.test(path));
  if (named.length === 0) return null;
  const text = view.text(path);
  const found = named.find(({ is }) => is === undefined || is(view, path, text));
  return found === undefined || OWN_FOLDER.test(text) ? null : `${found.name} loads it by its path`;
}

/** A backend is named, and the folder is not on its path. */
function hasNewBackend(view: View, path: string): boolean {
  const manifest = join(dirname(path), 'pyproject.toml');
  if (view.file(manifest)?.state !== 'text') return false;
  const text = view.text(manifest);
  return (
    /^\s*build-backend\s*=\s*["'](?!setuptools\.build_meta:__legacy__)/m.test(text) && !/^\s*backend-path\b/m.test(text)
  );
}
