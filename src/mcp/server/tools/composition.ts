import { defineTool, READS } from '../tool.ts';

export const compositionTool = defineTool({
  name: 'composition',
  title: 'How Rust files become modules',
  description:
    'Shows how Rust files become modules by include!, #[path] and mod: which file names which, where, and what cannot be resolved.',
  report: 'includes',
  annotations: READS,
  input: {},
  work: (_given, { run }) => run(['includes']),
});
