import { grammarOf, languageOf } from '../../../src/languages/language.ts';
import type { HumanCase } from '../human-case.ts';
import { type Division, findDivisions } from './find-divisions.ts';
import type { MinedCase } from './mined-case.ts';
import { placeUnits } from './place-units.ts';
import { readCommits } from './read-commits.ts';

/** Repositories whose splits must never be looked at here. */
const LEFT_OUT = new Set(
  `astral-sh/ruff pola-rs/polars sphinx-doc/sphinx sqlalchemy/sqlalchemy geiger-rs/cargo-geiger tach-org/tach pytest-dev/pytest
  EmbarkStudios/cargo-deny ast-grep/ast-grep biomejs/biome immunant/c2rust tokio-rs/bytes python-rope/rope Jij-Inc/pyo3-stub-gen
  SonarSource/sonar-rust axodotdev/cargo-dist clap-rs/clap dtolnay/syn release-plz/release-plz zizmorcore/zizmor oraios/serena pallets/click
  pypa/pip`.split(/\s+/),
);

/** Made by a program, as author or message say. */
const AGENT =
  /claude|copilot|codex|cursor ?agent|devin|aider|openhands|gemini|anthropic|chatgpt|swe-agent|jules|🤖|generated with/i;

const FEWEST_UNITS = 8;
const MOST_UNMATCHED = 0.2;

export function mineRepository(
  repo: string,
  repository: string,
): { commits: number; divisions: number; cases: MinedCase[] } {
  if (LEFT_OUT.has(repo)) return { commits: 0, divisions: 0, cases: [] };
  const commits = readCommits(repository).filter(({ said }) => !AGENT.test(said));
  const divisions = findDivisions(repository, commits);
  const cases = divisions.flatMap((division) => caseOf(repo, division) ?? []);
  return { commits: commits.length, divisions: divisions.length, cases: withoutRepeats(cases) };
}

/** The same file divided into some of the same files is one split: a merge holds what its commits did step by step. The fullest is taken. */
function withoutRepeats(cases: readonly MinedCase[]): MinedCase[] {
  const placed = ({ groups }: MinedCase): number => Object.values(groups).flat().length;
  const kept: MinedCase[] = [];
  for (const one of [...cases].sort((a, b) => placed(b) - placed(a)))
    if (
      !kept.some(
        (other) => other.oldPath === one.oldPath && Object.keys(one.groups).some((path) => path in other.groups),
      )
    )
      kept.push(one);
  return kept;
}

function caseOf(repo: string, division: Division): MinedCase | null {
  // One new file is an extraction, and says nothing about subjects beside one another.
  if (division.parts.length < 2) return null;
  const grammar = languageOf(grammarOf(division.oldPath)!);
  const language: HumanCase['language'] = grammar === 'javascript' ? 'typescript' : grammar;
  const { groups, stay, unmatched } = placeUnits(division, language);
  const placed = Object.values(groups).flat().length + stay.length;
  const sides = Object.keys(groups).length + (stay.length > 0 ? 1 : 0);
  if (placed < FEWEST_UNITS || sides < 3 || unmatched > MOST_UNMATCHED * (placed + unmatched)) return null;
  const { commit, oldPath, oldText, facade, moved } = division;
  return {
    repo,
    commit: commit.id,
    parent: commit.parent,
    language,
    oldPath,
    oldLines: oldText.split('\n').length,
    groups,
    stay,
    unmatched,
    facade: facade?.path ?? null,
    date: new Date(commit.time * 1000).toISOString().slice(0, 10),
    merge: commit.merge,
    moved: Math.round(moved * 100) / 100,
  };
}
