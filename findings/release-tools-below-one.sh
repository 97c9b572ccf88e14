#!/usr/bin/env bash
# What:         three release tools give three next versions for one conventional commit on a 0.x version
# Versions:     git-cliff 2.14.2, commitizen 4.19.3 (PyPI), commit-and-tag-version 12.7.3 (npm)
# A good guess: they share the rules of Conventional Commits, and below 1.0.0 a breaking change raises the minor number as in cargo
# Seen:         0.3.0 and `feat!`: 1.0.0, 1.0.0, 0.4.0; `feat`: 0.4.0, 0.4.0, 0.3.1; `docs`: 0.3.1, nothing, 0.3.1
# Matters:      changing the release tool, or two tools for the two halves of a bridge, publishes 1.0.0 by accident, or a release of a typo
# Live with it: set `features_always_bump_minor`/`breaking_always_bump_major` (git-cliff) and `major_version_zero` (commitizen) by hand
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check git-cliff==2.14.2 commitizen==4.19.3
npm install --silent --no-save --no-package-lock --ignore-scripts commit-and-tag-version@12.7.3
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
next() { # what each tool makes of one commit with this subject behind v0.3.0
  rm -rf repo && mkdir repo && cd repo
  git init -q
  echo '{ "name": "x", "version": "0.3.0" }' > package.json
  printf '[tool.commitizen]\nname = "cz_conventional_commits"\nversion = "0.3.0"\ntag_format = "v$version"\n' > pyproject.toml
  git add . && git commit -qm 'chore: begin' && git tag v0.3.0
  git commit -q --allow-empty -m "$1"
  cliff=$("$work/venv/bin/git-cliff" --bumped-version 2> /dev/null)
  cz=$("$work/venv/bin/cz" bump --get-next 2> /dev/null) || cz=none
  catv=$("$work/node_modules/.bin/commit-and-tag-version" --dry-run 2> /dev/null | sed -n 's/.* from 0.3.0 to \([0-9.]*\).*/\1/p' | head -1)
  cd ..
  echo "${cliff#v} $cz $catv"
}
want 'feat!' '1.0.0 1.0.0 0.4.0' "$(next 'feat!: x')"
want 'feat' '0.4.0 0.4.0 0.3.1' "$(next 'feat: x')"
want 'fix' '0.3.1 0.3.1 0.3.1' "$(next 'fix: x')"
want 'docs' '0.3.1 none 0.3.1' "$(next 'docs: x')"
want 'no conventional subject' '0.3.0 none 0.3.1' "$(next 'hello')"
