import type { Sabotage } from './sabotages.ts';

const python = (what: string, path: string, put: string): Sabotage => ({ of: 'python/package', what, path, put });
const rust = (what: string, path: string, put: string): Sabotage => ({ of: 'rust/functions', what, path, put });

/** Files that name a part by its path, or where it logs, and go on to when it is gone. */
export const NAMED_PATHS: readonly Sabotage[] = [
  python('an image copies the part', 'Dockerfile', 'FROM python\nCOPY shop/orders/_lines.py /app/\n'),
  python('a workflow compiles it', '.github/workflows/ci.yml', 'run: python -m py_compile shop/orders/_lines.py\n'),
  python(
    'a test reads it',
    'test_text.py',
    'from pathlib import Path\n\nTEXT = (Path("shop") / "orders" / "_lines.py").read_text()\n',
  ),
  python(
    'a script puts its name together',
    'build.sh',
    'for one in _lines __init__; do cat shop/orders/$one.py; done\n',
  ),
  python('a list has its text translated', 'po/POTFILES.in', 'shop/orders/_lines.py\n'),
  python('another build installs it', 'CMakeLists.txt', 'install(FILES shop/orders/_lines.py DESTINATION lib)\n'),
  python(
    'settings are for it',
    'pyproject.toml',
    '[tool.ruff.lint.per-file-ignores]\n"shop/orders/_lines.py" = ["E501"]\n',
  ),
  rust('a test takes its text in', 'tests/text.rs', 'const TEXT: &str = include_str!("../src/area.rs");\n'),
  rust(
    'an example reads it',
    'examples/read.rs',
    'fn main() {\n    std::fs::read_to_string("src/area.rs").unwrap();\n}\n',
  ),
  rust('expected output has its place', 'tests/ui/wrong.stderr', 'error: no\n --> src/area.rs:4:1\n'),
];
