import { NO_SCRIPT } from './script-lines.ts';
import { TAKES_TEXT, takesText } from './takes-text.ts';

/** By the file that names: what it does with the name, and what a split means for it. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)CODEOWNERS$/, 'gives it owners: new files need them too'],
  [/(^|\/)\.gitattributes$/, 'gives it attributes: new files have none'],
  [
    /(^|\/)(\.?codecov\.ya?ml|\.coveragerc|tarpaulin\.toml|\.tarpaulin\.toml)$/,
    'is a list for coverage: new files count apart',
  ],
  [
    /(^|\/)\.github\/|(^|\/)\.gitlab-ci\.yml$|(^|\/)\.circleci\//,
    'is a filter or command of CI: it does not see new files',
  ],
  [
    /(^|\/)(BUILD|BUCK|TARGETS)(\.bazel|\.v2|\.plz)?$|(^|\/)meson\.build$|\.bzl$/,
    'is a list of sources of another build, which lacks the new files (R92)',
  ],
  [
    /(^|\/)(CMakeLists\.txt|Makefile\.(am|in)|SCons(truct|cript)|wscript)$|\.(cmake|gypi?|pr[oi]|nix)$/,
    'is a list of sources of another build, which lacks the new files (R92)',
  ],
  [/(^|\/)debian\/[^/]+$|\.spec(\.in)?$/, 'is a list of what a package holds: new files are not on it'],
  [/(^|\/)POTFILES(\.in|\.skip)?$/, 'is a list of files with texts to translate: new files are not on it'],
  [/(^|\/)Cargo\.toml$/, 'is a list of the manifest, such as `include`: new files are not on it'],
  [
    /(^|\/)(pyproject\.toml|setup\.(cfg|py)|tox\.ini|mypy\.ini|\.?ruff\.toml|\.flake8|pytest\.ini|MANIFEST\.in)$/,
    'is a setting for this file or module: new ones have none',
  ],
  [
    /(^|\/)(tsconfig[^/]*\.json|package\.json|\.eslintrc[^/]*|eslint\.config\.\w+|biome\.jsonc?|jest\.config\.\w+|vitest\.config\.\w+)$/,
    'is a setting for this file: new ones have none',
  ],
  [/(^|\/)\.?(rustfmt|clippy)\.toml$/, 'is a setting for this file: new ones have none'],
  [/\.stderr$/, 'is expected compiler output with file and line: it changes'],
  [/\.snap$/, 'is a snapshot that keeps the file it came from'],
  [/(^|\/)build\.rs$/, 'is a build script: it watches or reads this file alone'],
  [
    /(^|\/)(Makefile|justfile|(Docker|Container|Earth|Rake|Jenkins)file|SConstruct|[^/]*\.(sh|bash|mk|bat|ps1|tf|hcl|gradle|rb|ya?ml|toml|jsonc?|json5|cfg|ini|properties))$/i,
    'is a script or setting that names it',
  ],
];

/** `[lib] path = "src/lib.rs"` is no list of files: cargo follows it, and the file stays. */
const CARGO = /(^|\/)Cargo\.toml$/;

/** What kind of place a line is; null for one that compilers follow, or that only talks about the file. */
export function whatNames(path: string, row: string, token: string): string | null {
  if (takesText(path, row)) return TAKES_TEXT;
  if (/\.(?:md|rst)$/i.test(path)) return null;
  const kind = FILES.find(([pattern]) => pattern.test(path));
  if (/\.(rs|py|pyi|[cm]?[jt]sx?)$/.test(path)) return whatReads(row, token, kind?.[1] ?? null);
  // What it does with the name is not known: it may take the file.
  if (kind === undefined) return NO_SCRIPT.test(path) ? null : 'is a file of an unknown kind that names it';
  if (CARGO.test(path) && /^\s*(?:path|build)\s*=/.test(row)) return null;
  return kind[1];
}

const READS =
  /include_str!|include_bytes!|read_to_string|fs::read|File::open|\bopen\(|read_text|readFile|Path(?:Buf)?\b|\bpath\b/i;

function whatReads(row: string, token: string, kind: string | null): string | null {
  const index = row.indexOf(token);
  if (/^\s*(\/\/|#(?!\[)|\*|\/\*)/.test(row) || !/["'`]/.test(row.slice(0, index))) return null;
  if (/#\s*\[\s*path\b|\binclude!\s*[([{]|\bfrom\s+["']|\bimport\b|\brequire\(/.test(row)) return null;
  if (/RUST_LOG|EnvFilter|with_target|target\s*[:=]|filter_module|getLogger/.test(row))
    return 'is a log target or filter: what moves logs below the new modules';
  if (/rerun-if-changed/.test(row)) return 'has cargo watch this file alone: new files are not watched';
  if (kind !== null) return kind;
  return READS.test(row) || token.includes('/') ? 'names the file as text: it may read its source' : null;
}
