import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { dependencyPolicy } from '../../../analyzers/dependency-policy/index.ts';
import { syncExceptions } from '../../../codemods/workspace/sync-exceptions/index.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const TODAY = '2026-06-01';
const KNOWN = ['RUSTSEC-2024-0001', 'RUSTSEC-2024-0002', 'RUSTSEC-2024-0003'];

/** A small generator of numbers: the same seed gives the same files. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 1;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

type Dice = ReturnType<typeof dice>;
const ANSWER = { owner: '@ada', expires: '2026-12-31', exit: 'upstream 2.0' };

const sidecar = (ids: readonly string[]): string =>
  ids
    .map(
      (id) =>
        `[[exception]]\nid = "${id}"\nreason = "why ${id}"\nowner = "${ANSWER.owner}"\nexpires = "${ANSWER.expires}"\nexit = "${ANSWER.exit}"\n`,
    )
    .join('\n');

const COMMENTS = ['', '# kept: ä "quoted" [x]\n', '# one\n# two\n', '\n\n'];
const pick = (roll: Dice, all: readonly string[]): string => all[roll(all.length)]!;

/** A file of a scanner with some of the ids, in one of the forms that people write. */
function scannerFile(roll: Dice, tool: string, ids: readonly string[]): string {
  const body = tool === 'osv-scanner' ? osvFile(roll, ids) : listFile(roll, tool, ids);
  const lead = pick(roll, COMMENTS);
  const tail = tool === 'osv-scanner' ? '' : `${pick(roll, COMMENTS)}[licenses] # after\nallow = [ "MIT", 'ISC' ]\n`;
  const text = `${lead}${body}${tail}`;
  const ended = roll(4) === 0 ? text.trimEnd() : text;
  return roll(3) === 0 ? ended.replaceAll('\n', '\r\n') : ended;
}

function listFile(roll: Dice, tool: string, ids: readonly string[]): string {
  const element = (id: string): string =>
    tool === 'cargo-deny' && roll(2) === 0 ? `{ id = "${id}", reason = "old words" }` : `"${id}"`;
  const items = ids.map(element);
  const list =
    roll(2) === 0
      ? `[${items.join(', ')}]`
      : `[\n${items.map((item) => `${pick(roll, ['  ', '\t', '    '])}${item}${pick(roll, [',', ', # remark'])}\n`).join('')}]`;
  switch (roll(4)) {
    case 0:
      return `[advisories]\nignore = ${list}${pick(roll, ['', ' # end'])}\nyanked = "deny"\n`;
    case 1:
      return `[advisories] # head\nversion = 2\n${pick(roll, COMMENTS)}ignore = ${list}\n`;
    case 2:
      return `advisories.ignore = ${list}\nadvisories.version = 2\n`;
    default:
      return ids.length === 0
        ? pick(roll, [
            '',
            '[advisories]\nversion = 2\n',
            'advisories.version = 2\n',
            'advisories = { version = 2 }\n',
            'advisories = {}\n',
          ])
        : `[advisories]\nignore = ${list}\n`;
  }
}

function osvFile(roll: Dice, ids: readonly string[]): string {
  if (ids.length > 0 && roll(4) === 0)
    return `IgnoredVulns = [\n${ids.map((id) => `  { id = "${id}", reason = "old" },\n`).join('')}]\n`;
  return ids
    .map((id) => {
      const rows = [
        `id = "${id}"`,
        ...(roll(2) === 0 ? ['reason = "old words" # why'] : []),
        ...(roll(2) === 0 ? ['ignoreUntil = 2026-07-01T00:00:00Z'] : []),
      ];
      return `${pick(roll, COMMENTS)}[[IgnoredVulns]]\n${roll(2) === 0 ? rows.join('\n') : rows.toReversed().join('\n')}\n`;
    })
    .join('');
}

const NAMES: Readonly<Record<string, string>> = {
  'cargo-deny': 'deny.toml',
  'cargo-audit': '.cargo/audit.toml',
  'osv-scanner': 'osv-scanner.toml',
};

const viewOf = (files: Readonly<Record<string, string>>): View => ({ ...memoryView(files), today: TODAY });

function unsynced(view: View) {
  const { findings } = dependencyPolicy.run(view);
  return findings
    .filter(({ rule }) => rule === 'advisory-unsynced')
    .map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
}

/** A file without the lines of its ignore list, in order: comments of the list among them. */
const outside = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => !/RUSTSEC|ignoreUntil|^reason|ignore = |IgnoredVulns|^\s*\]|old/.test(line))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^advisories = \{/.test(line));

test.each(Object.keys(NAMES))(
  '%s stays byte for byte outside of its exceptions, and a second run writes nothing',
  (tool) => {
    const path = NAMES[tool]!;
    for (let seed = 1; seed <= 400; seed++) {
      const roll = dice(seed);
      const there = KNOWN.filter(() => roll(2) === 0);
      const before = scannerFile(roll, tool, there);
      const wanted = KNOWN.filter((id) => there.includes(id) || roll(2) === 0);
      if (wanted.length === 0) continue;
      const files = { [path]: before, 'security/exceptions.toml': sidecar(wanted) };
      const view = viewOf(files);
      const places = unsynced(view);
      const result = syncExceptions.run(view, { places });
      if (result.status !== 'changed') throw new Error('refused');
      const after = view.overlay(result.changeSet).text(path);
      const told = `seed ${seed}:\n${before}\n---\n${after}`;

      const table = parse(after.replace(/^\ufeff/, '')) as Record<string, unknown>;
      const old = parse(before) as Record<string, unknown>;
      expect({ ...table, advisories: null, IgnoredVulns: null }, told).toEqual({
        ...old,
        advisories: null,
        IgnoredVulns: null,
      });
      expect({ ...(table.advisories as object), ignore: null }, told).toEqual({
        ...(old.advisories as object),
        ignore: null,
      });
      const kept = outside(after);
      for (const line of outside(before))
        expect(
          kept.some((one) => one.includes(line)),
          `${line} of ${told}`,
        ).toBe(true);
      if (before.includes('\r\n')) expect(after.replaceAll('\r\n', ''), told).not.toContain('\n');
      else expect(after, told).not.toContain('\r');

      const now = viewOf({ ...files, [path]: after });
      expect(unsynced(now), told).toEqual([]);
      const again = syncExceptions.run(now, { places });
      expect(again.status === 'changed' ? again.changeSet.edit : null, told).toEqual([]);
    }
  },
);
