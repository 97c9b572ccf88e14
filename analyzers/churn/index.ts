import { defineAnalyzer } from '../define-analyzer.ts';
import { type CoupledFile, type CouplingReport, findCoupling } from './coupling.ts';

/** What history tells of the source files together; of one file or function it is asked by those who rank them. */
export const churn = defineAnalyzer<CouplingReport | null, { readonly files: readonly CoupledFile[] }>({
  id: 'churn',
  title: 'Files that change together',
  rules: [],
  run: (view, { files }) => findCoupling(view.history, files),
});
