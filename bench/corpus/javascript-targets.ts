import { type Target, target } from './targets.ts';

/** A public repository at one commit, and files of it. */
interface Checkout {
  readonly repository: string;
  readonly commit: string;
  readonly files: readonly string[];
}

/** Every source module of more than 500 lines: no tests, documents, examples, benchmarks or declaration files. */
const CHECKOUTS: readonly Checkout[] = [
  {
    repository: 'tj/commander.js',
    commit: 'ba6d13ddb4243e5913367734f8c159089ffe7834',
    files: ['lib/command.js', 'lib/help.js'],
  },
  {
    repository: 'eemeli/yaml',
    commit: 'bf03c0cb1ee997c56ed85c70f56c73e05b1cc001',
    files: ['src/parse/lexer.ts', 'src/parse/parser.ts'],
  },
  {
    repository: 'sindresorhus/ky',
    commit: '3419113b48e034fdcf8fa6bd3be3da7b3d0d758f',
    files: ['source/core/Ky.ts'],
  },
  {
    repository: 'sindresorhus/p-queue',
    commit: '180ab9e25cd10b6f548767d7176076b50d25e188',
    files: ['source/index.ts'],
  },
  {
    repository: 'markedjs/marked',
    commit: '681373ccc058b5dc93c1f63291d755d7d714c2fa',
    files: ['src/Tokenizer.ts', 'src/rules.ts'],
  },
  {
    repository: 'honojs/hono',
    commit: '28a9c128912de19f3fb28b00ae289c9b93f6f392',
    files: [
      'src/adapter/aws-lambda/handler.ts',
      'src/context.ts',
      'src/hono-base.ts',
      'src/jsx/dom/render.ts',
      'src/jsx/intrinsic-elements.ts',
      'src/request.ts',
      'src/types.ts',
    ],
  },
  {
    repository: 'fastify/fastify',
    commit: '83e69762aff047940b376fc2a266d143499ef727',
    files: ['fastify.js', 'lib/config-validator.js', 'lib/errors.js', 'lib/reply.js', 'lib/route.js'],
  },
  {
    repository: 'expressjs/express',
    commit: 'a3714473feb3d2908add734d340e7755fd85e0a3',
    files: ['lib/application.js', 'lib/request.js', 'lib/response.js'],
  },
  {
    repository: 'npm/node-semver',
    commit: '6e05b7637396ac66522cff8731f07cfe0ef49a29',
    files: ['classes/range.js'],
  },
  {
    repository: 'date-fns/date-fns',
    commit: 'dd66398305c2b015fba3c1b3d31ccff42ee8d4cf',
    files: ['src/_lib/format/formatters/index.ts', 'src/parse/index.ts'],
  },
  {
    repository: 'h3js/h3',
    commit: '1892ee9cae06533c7db72a5213bceda61cc1d58d',
    files: ['src/rules/match.ts', 'src/utils/json-rpc.ts', 'src/utils/proxy.ts', 'src/utils/request.ts'],
  },
  {
    repository: 'fabian-hiller/valibot',
    commit: 'a14753beaa2e968190717ebfe5f778e5e32c1e08',
    files: [
      'codemod/migrate-to-v0.31.0/src/index.ts',
      'codemod/zod-to-valibot/src/transform/schemas-and-links/schemas-and-links.ts',
      'library/src/methods/pipe/pipe.ts',
      'library/src/methods/pipe/pipeAsync.ts',
      'library/src/types/issue.ts',
      'packages/to-json-schema/src/converters/convertSchema/convertSchema.ts',
    ],
  },
  {
    repository: 'reduxjs/redux-toolkit',
    commit: '74200d87c27ca2b1c0915b2fbb4c44dd7494c2aa',
    files: [
      'packages/rtk-query-codegen-openapi/src/generate.ts',
      'packages/toolkit/scripts/issue-triage/src/categorize/config.ts',
      'packages/toolkit/src/createAsyncThunk.ts',
      'packages/toolkit/src/createSlice.ts',
      'packages/toolkit/src/listenerMiddleware/index.ts',
      'packages/toolkit/src/listenerMiddleware/types.ts',
      'packages/toolkit/src/query/core/buildInitiate.ts',
      'packages/toolkit/src/query/core/buildMiddleware/queryLifecycle.ts',
      'packages/toolkit/src/query/core/buildSlice.ts',
      'packages/toolkit/src/query/core/buildThunks.ts',
      'packages/toolkit/src/query/core/module.ts',
      'packages/toolkit/src/query/createApi.ts',
      'packages/toolkit/src/query/endpointDefinitions.ts',
      'packages/toolkit/src/query/react/buildHooks.ts',
    ],
  },
  {
    repository: 'vuejs/core',
    commit: 'e2bede96134f757aad5c5b33ac9be055022dbfc8',
    files: [
      'packages/compiler-core/src/ast.ts',
      'packages/compiler-core/src/babelUtils.ts',
      'packages/compiler-core/src/codegen.ts',
      'packages/compiler-core/src/parser.ts',
      'packages/compiler-core/src/tokenizer.ts',
      'packages/compiler-core/src/transform.ts',
      'packages/compiler-core/src/transforms/transformElement.ts',
      'packages/compiler-core/src/utils.ts',
      'packages/compiler-sfc/src/compileScript.ts',
      'packages/compiler-sfc/src/script/resolveType.ts',
      'packages/reactivity/src/effect.ts',
      'packages/reactivity/src/ref.ts',
      'packages/runtime-core/src/apiSetupHelpers.ts',
      'packages/runtime-core/src/compat/compatConfig.ts',
      'packages/runtime-core/src/compat/global.ts',
      'packages/runtime-core/src/component.ts',
      'packages/runtime-core/src/componentOptions.ts',
      'packages/runtime-core/src/componentProps.ts',
      'packages/runtime-core/src/componentPublicInstance.ts',
      'packages/runtime-core/src/components/BaseTransition.ts',
      'packages/runtime-core/src/components/Suspense.ts',
      'packages/runtime-core/src/components/Teleport.ts',
      'packages/runtime-core/src/hydration.ts',
      'packages/runtime-core/src/renderer.ts',
      'packages/runtime-core/src/vnode.ts',
      'packages/runtime-dom/src/apiCustomElement.ts',
      'packages/runtime-dom/src/jsx.ts',
      'scripts/release.js',
    ],
  },
  {
    repository: 'colinhacks/zod',
    commit: 'e516c3baf22615e20934116abebfed6c000222c2',
    files: [
      'packages/zod/src/v3/types.ts',
      'packages/zod/src/v4/classic/from-json-schema.ts',
      'packages/zod/src/v4/classic/schemas.ts',
      'packages/zod/src/v4/core/api.ts',
      'packages/zod/src/v4/core/checks.ts',
      'packages/zod/src/v4/core/compile.ts',
      'packages/zod/src/v4/core/errors.ts',
      'packages/zod/src/v4/core/json-schema-processors.ts',
      'packages/zod/src/v4/core/schemas.ts',
      'packages/zod/src/v4/core/to-json-schema.ts',
      'packages/zod/src/v4/core/util.ts',
      'packages/zod/src/v4/mini/schemas.ts',
      'scripts/triage-signal.ts',
    ],
  },
];

/** Of packages that nobody tuned for. */
const HELD_OUT: readonly Checkout[] = [
  {
    repository: 'nodejs/undici',
    commit: '7eb7c8ec8f23acd9c3da93a286162f8c1dc68326',
    files: ['lib/core/util.js', 'lib/web/fetch/index.js'],
  },
  {
    repository: 'mochajs/mocha',
    commit: 'e6b9ee773481fd739ae24caeb42f32ac0b010f95',
    files: ['lib/runner.cjs', 'lib/utils.cjs'],
  },
  {
    repository: 'ajv-validator/ajv',
    commit: '82735a15826a30cc51e97a1bbfb59b3d388e4b98',
    files: ['lib/compile/codegen/index.ts', 'lib/core.ts'],
  },
  {
    repository: 'websockets/ws',
    commit: 'a2f4e7c046c2112bbce6fef39a083dac77d6f0d2',
    files: ['lib/receiver.js', 'lib/websocket.js'],
  },
  {
    repository: 'knex/knex',
    commit: 'e25d54bcb707714a17f5a5744eba5c4246bb4d1d',
    files: ['lib/migrations/migrate/Migrator.js', 'lib/query/querycompiler.js'],
  },
];

const targetsOf = ({ repository, commit, files }: Checkout, heldOut: boolean): Target[] =>
  files.map((file) =>
    target(
      {
        ecosystem: 'repository',
        name: repository,
        version: commit,
        address: `https://github.com/${repository}`,
      },
      file,
      { evidence: ['S'], heldOut },
    ),
  );

export const JAVASCRIPT_TARGETS: readonly Target[] = [
  ...CHECKOUTS.flatMap((one) => targetsOf(one, false)),
  ...HELD_OUT.flatMap((one) => targetsOf(one, true)),
];
