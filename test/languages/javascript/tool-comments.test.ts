import { expect, test } from 'vitest';
import { isFileWide, isFileWideAnywhere } from '../../../src/languages/javascript/tool-comments.ts';

test.each([
  '/* eslint no-console: off */',
  '/* eslint-disable */',
  '/* node:coverage disable */',
  '// Stryker disable all',
  '// @ts-strict',
  '// @ts-strict-ignore',
  '/* cspell:disable */',
  '// spell-checker: disable',
  '/* jshint esversion: 6 */',
  '/* exported low */',
  '/* @refresh reset */',
  '// @prettier',
  '/**\n * @fileoverview Orders.\n * @suppress {checkTypes}\n */',
  '// @generated',
  '/* DO NOT EDIT: made by tools/gen.ts */',
  '// dprint-ignore-file',
  '/* standard-disable */',
  '// @ts-self-types="./order.d.ts"',
])('%s is for the whole file', (comment) => {
  expect(isFileWide(comment)).toBe(true);
});

test.each([
  '// Orders and their lines.',
  '/** @internal */',
  '/** @deprecated use low */',
  '// @fileoverview Orders.',
  '// @license MIT',
  '// eslint-disable-next-line no-console',
  '// Stryker disable next-line all',
  '/* istanbul ignore next */',
  '// cspell:disable-line',
  '// @ts-expect-error: a fault of the types',
  '// note: enables the cache',
  '// standard library, wrapped',
])('%s is not', (comment) => {
  expect(isFileWide(comment)).toBe(false);
});

test('what a linter takes for the whole file wherever it stands', () => {
  expect(isFileWideAnywhere('/* eslint no-console: off */')).toBe(true);
  expect(isFileWideAnywhere('/* globals jQuery */')).toBe(true);
  expect(isFileWideAnywhere('/* eslint-disable */')).toBe(false);
});
