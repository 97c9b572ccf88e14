#!/usr/bin/env bash
# What:         removing the first statement below a `#!` line glues the next statement to that line
# Versions:     jscodeshift 17.4.0 (recast 0.23.21), recast 0.24.0 (npm)
# A good guess: the line break behind the hashbang stays, as it belongs to no statement
# Seen:         `#!/usr/bin/env node` and the next statement become one line: all of it is the hashbang, so the statement is gone
# Matters:      "remove unused imports" on the entry of a command-line tool deletes a statement; the file is valid JavaScript
# Live with it: cut the hashbang off before parsing and put it back behind printing
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock --ignore-scripts jscodeshift@17.4.0
cat > t.cjs <<'E'
const j = require('jscodeshift');
const root = j("#!/usr/bin/env node\nimport unused from 'unused';\nstart();\n");
root.find(j.ImportDeclaration).remove();
process.stdout.write(JSON.stringify(root.toSource()));
E
want 'jscodeshift 17.4.0' '"#!/usr/bin/env nodestart();\n"' "$(node t.cjs)"
npm install --silent --no-save --no-package-lock --ignore-scripts recast@0.24.0 @babel/parser@7.29.14
cat > r.cjs <<'E'
const recast = require('recast');
const { parse } = require('@babel/parser');
const parser = { parse: (text) => parse(text, { sourceType: 'module', tokens: true }) };
const tree = recast.parse("#!/usr/bin/env node\nimport unused from 'unused';\nstart();\n", { parser });
tree.program.body.shift();
process.stdout.write(JSON.stringify(recast.print(tree).code));
E
want 'recast 0.24.0' '"#!/usr/bin/env nodestart();\n"' "$(node r.cjs)"
