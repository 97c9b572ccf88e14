/** A published package whose sources are read, and which of them. */
export interface ReadPackage {
  readonly name: string;
  readonly version: string;
  /** `sources`: TypeScript that is no declaration file. */
  readonly files: 'sources' | 'declarations' | 'javascript';
}

const read =
  (files: ReadPackage['files']) =>
  (name: string, version: string): ReadPackage => ({ name, version, files });
const sources = read('sources');
const declarations = read('declarations');
const javascript = read('javascript');

/** Packages that publish what they are made of, at the versions that were read. */
export const TYPESCRIPT_PACKAGES: readonly ReadPackage[] = [
  sources('zod', '4.6.7'),
  sources('rxjs', '7.8.2'),
  sources('effect', '4.1.0'),
  sources('@reduxjs/toolkit', '2.15.0'),
  sources('@tanstack/react-query', '5.108.4'),
  sources('@tanstack/query-core', '5.108.4'),
  sources('@tanstack/router-core', '1.171.39'),
  sources('@tanstack/react-router', '1.170.46'),
  sources('@tanstack/db', '0.15.2'),
  sources('@tanstack/form-core', '1.33.5'),
  sources('immer', '11.2.13'),
  sources('@trpc/server', '11.25.2'),
  sources('@react-spectrum/s2', '1.7.1'),
  sources('lexical', '0.53.0'),
  sources('mobx', '7.1.3'),
  sources('viem', '2.57.20'),
  sources('@wagmi/core', '3.6.5'),
  sources('ox', '1.8.3'),
  sources('openai', '7.59.0'),
  sources('@anthropic-ai/sdk', '1.14.0'),
  sources('ethers', '6.17.0'),
  sources('@noble/curves', '2.4.0'),
  sources('@react-navigation/core', '7.24.0'),
  sources('@react-navigation/native', '7.5.1'),
  sources('@react-navigation/stack', '7.12.1'),
  sources('@react-navigation/elements', '2.9.45'),
  sources('react-native-paper', '5.15.3'),
  sources('react-native-reanimated', '4.8.0'),
  sources('react-native-gesture-handler', '3.5.0'),
  sources('react-native-svg', '15.16.1'),
  sources('@tiptap/core', '3.35.0'),
  sources('@uppy/core', '6.3.1'),
  sources('@uppy/dashboard', '6.0.3'),
  sources('ai', '7.0.173'),
  declarations('type-fest', '6.0.3'),
  declarations('@types/node', '26.6.7'),
  declarations('@types/react', '19.3.3'),
  declarations('ts-toolbelt', '9.6.0'),
  javascript('three', '0.187.0'),
  javascript('svelte', '5.57.3'),
  javascript('graphql', '17.1.0'),
  javascript('preact', '11.2.0'),
];
