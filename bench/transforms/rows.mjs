// Published transforms, each with files of a public repository that it changes. Versions and commits are pinned.
export const PACKAGES = {
  'react-codemod': '5.4.4',
  'jest-codemods': '0.35.0',
  '@next/codemod': '16.4.3',
  'types-react-codemod': '3.5.3',
  '5to6-codemod': '1.8.0',
  '@mui/codemod': '9.4.0',
  jscodeshift: '17.4.0',
  prettier: '3.10.1',
};

const REACT_DATES = ['airbnb/react-dates', '6c2cb61c5e876fbdac72e6efed49c0bd64f06d6b'];
const EXPRESS = ['expressjs/express', 'a3714473feb3d2908add734d340e7755fd85e0a3'];
const EVERGREEN = ['segmentio/evergreen', '9b774aee2d794f6cf2f73a054bd33066ca5898a9'];
const EXAMPLES = ['vercel/examples', '0c0a5d0459311d16da0f882ccbe259620ab5433e'];
const ADMIN = ['marmelab/react-admin', '051f511bb0afb5ea565c2d3728bf4dab0a6fa5e0'];
const WEBTORRENT = ['webtorrent/webtorrent', 'c1686751612022c7792fcf592259df8bce79efbe'];
const EXECA = ['sindresorhus/execa', '8017b279e19347efaf2587711c2d57dbd4330740'];

const row = (transform, [repository, commit], files, parser) => ({ transform, repository, commit, files, parser });

export const ROWS = [
  row('react-codemod/transforms/sort-comp.js', REACT_DATES, /^src\/.*\.jsx?$/, 'babel'),
  row('react-codemod/transforms/update-react-imports.js', EVERGREEN, /^src\/.*\.(?:js|jsx)$/, 'babel'),
  row('jest-codemods/dist/transformers/mocha.js', EXPRESS, /^test\/.*\.js$/, 'babel'),
  row('jest-codemods/dist/transformers/chai-should.js', REACT_DATES, /^test\/.*\.jsx?$/, 'babel'),
  row('jest-codemods/dist/transformers/tape.js', WEBTORRENT, /^test\/.*\.js$/, 'babel'),
  row('jest-codemods/dist/transformers/ava.js', EXECA, /^test\/.*\.js$/, 'babel'),
  row('@next/codemod/transforms/next-image-to-legacy-image.js', EXAMPLES, /\.(?:tsx|jsx)$/, 'tsx'),
  row('@next/codemod/transforms/next-async-request-api.js', EXAMPLES, /\.tsx?$/, 'tsx'),
  row('5to6-codemod/transforms/cjs.js', EXPRESS, /^(?:lib|test|examples)\/.*\.js$/, 'babel'),
  row('5to6-codemod/transforms/simple-arrow.js', EXPRESS, /^(?:lib|test|examples)\/.*\.js$/, 'babel'),
  row('5to6-codemod/transforms/no-strict.js', EXPRESS, /^(?:lib|test|examples)\/.*\.js$/, 'babel'),
  row('5to6-codemod/transforms/let.js', EXPRESS, /^(?:lib|test|examples)\/.*\.js$/, 'babel'),
  row('jest-codemods/dist/transformers/jest-globals-import.js', ADMIN, /^packages\/ra-core\/.*\.spec\.tsx?$/, 'tsx'),
  row('types-react-codemod/transforms/implicit-children.js', ADMIN, /^packages\/.*\.tsx$/, 'tsx'),
  row('@next/codemod/transforms/add-missing-react-import.js', EXAMPLES, /\.(?:tsx|jsx)$/, 'tsx'),
  row('@mui/codemod/v5.0.0/path-imports.js', ADMIN, /^packages\/ra-ui-materialui\/.*\.tsx$/, 'tsx'),
  row('@mui/codemod/deprecations/all/deprecations-all.js', ADMIN, /^packages\/ra-ui-materialui\/.*\.tsx$/, 'tsx'),
  row('types-react-codemod/transforms/preset-19.js', ADMIN, /^packages\/ra-(?:core|ui-materialui)\/.*\.tsx$/, 'tsx'),
];
