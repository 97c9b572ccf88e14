import { expect, test } from 'vitest';
import { commandsOf, scriptsOf } from '../../../src/workspace/javascript/script-commands.ts';

const SCRIPTS = scriptsOf(
  JSON.stringify({
    scripts: {
      test: 'npm run build && NODE_OPTIONS="--a --b" cross-env CI=1 npx --no jest --ci \'x y\'',
      build: 'run-p build:*',
      'build:types': 'tsc -p tsconfig.build.json; echo done | tee log',
      'build:js': 'pnpm exec vue-tsc -b',
      all: 'concurrently "npm:build:js" "npm run loop"',
      loop: 'yarn loop && pnpm loop2',
      loop2: 'c8 --all node --test',
      unit: 'yarn vitest run && npm test -- --shard 1/2',
    },
  }),
);

const told = (script: string): string[] =>
  commandsOf(SCRIPTS, script).map(({ env, words, script: home }) =>
    [home, ...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...words].join('|'),
  );

test('environment, starters and other scripts are followed', () => {
  expect(told('test')).toEqual([
    'build:types|tsc|-p|tsconfig.build.json',
    'build:types|echo|done',
    'build:types|tee|log',
    'build:js|vue-tsc|-b',
    'test|NODE_OPTIONS=--a --b|CI=1|jest|--ci|x y',
  ]);
});

test('arguments reach the last command of the script that they are for', () => {
  expect(told('unit').slice(0, 1)).toEqual(['unit|vitest|run']);
  expect(told('unit').slice(-1)).toEqual(['test|NODE_OPTIONS=--a --b|CI=1|jest|--ci|x y|--shard|1/2']);
});

test('scripts that start one another end, and unknown ones are nothing', () => {
  expect(told('all')).toEqual(['build:js|vue-tsc|-b', 'loop2|node|--test']);
  expect(told('absent')).toEqual([]);
  expect([...scriptsOf('{"scripts": ["x"]}'), ...scriptsOf('nonsense')]).toEqual([]);
});
