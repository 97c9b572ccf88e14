#!/usr/bin/env bash
# What:         `SpecifierSet(">=1.2").contains("1.3rc1")` has turned from False to True
# Versions:     packaging 25.0 and 26.4 (PyPI)
# A good guess: a specifier that names no pre-release contains none, unless `prereleases=True` is passed
# Seen:         26.4 answers True when it is asked about one version; `filter` gives the pre-release when it stands alone and not
#               beside a final version; so `contains(v)` for each v is not `filter(all)`
# Matters:      resolvers, update bots and dependency checks that ask version by version offer release candidates after an upgrade
# Live with it: pass `prereleases=False` explicitly, and decide over the whole list by `filter`
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
cat > t.py <<'E'
from packaging.specifiers import SpecifierSet
any_, known = SpecifierSet(">=1.2"), ["1.2", "1.3rc1"]
print(any_.contains("1.3rc1"), list(any_.filter(["1.3rc1"])), list(any_.filter(known)),
      [v for v in known if any_.contains(v)], any_.contains("1.3rc1", prereleases=False))
E
ask() {
  python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "p$1" "packaging==$1"
  PYTHONPATH=p$1 python3 t.py
}
want 'packaging 25.0' "False [] ['1.2'] ['1.2'] False" "$(ask 25.0)"
want 'packaging 26.4' "True ['1.3rc1'] ['1.2'] ['1.2', '1.3rc1'] False" "$(ask 26.4)"
