import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapedJson, jsonText } from '../../src/report/json-text.ts';
import { journey } from '../helpers/journey.ts';

/** All that a terminal could obey or hide, but the newlines and tabs that lay JSON and tables out. */
const RAW = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

test('JSON means the same, and holds no control, bidirectional or hidden character', () => {
  const value = fc.dictionary(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(value, fc.constantFrom(0, 1, 2), (data, indent) => {
      const text = jsonText(data, indent);
      expect(text).not.toMatch(RAW);
      expect(JSON.parse(text)).toEqual(data);
    }),
  );
  expect(escapedJson('\u009b31m\u202e\u{e0041}')).toBe(String.raw`"\u009b31m\u202e\udb40\udc41"`);
});

test('no output of a command passes such a character through', async () => {
  const name = 'evil\u009b31m\u202etxt\u200b';
  const long = `def long(a):\n${'    a += 1\n'.repeat(90)}`;
  const at = journey('python', {
    [`shop/${name}.py`]: long,
    'omni-refactor.toml': '[budget]\nfile-lines = 20\n',
    CODEOWNERS: `* @${name}\n`,
  });
  for (const line of [
    ['hotspots'],
    ['includes'],
    ['outline', `shop/${name}.py`],
    ['plan', `shop/${name}.py`],
    ['plan', `shop/${name}.py`, '--format', 'yaml'],
    ['check'],
    ['check', '--format', 'gitlab'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'github'],
    ['check', '--format', 'junit'],
    ['status'],
    ['split', `shop/${name}.py`, '--dry-run', '--anyway'],
    ['hotspots', '--explain', `shop/${name}.py`],
    ['split', `${name}.rs`],
    ['explain', name],
    [name],
    ['hotspots', `--${name}`],
    ['doctor', '--python', name],
    ['history', '--shard', name],
  ])
    for (const json of [[], ['--json']]) {
      const { stdout, stderr } = await at.omni([...line, ...json]);
      expect([line, RAW.exec(stdout)?.[0], RAW.exec(stderr)?.[0]]).toEqual([line, undefined, undefined]);
    }
});
