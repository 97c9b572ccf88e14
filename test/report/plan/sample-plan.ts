import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { fileOfSubjects, functionText, outlineText } from '../../analyzers/modules/outline-text.ts';
import { plannedFile } from '../../helpers/planned-file.ts';

const giant = functionText('python', 'dump_everything', 'str', ['open_cache'], 240);
const HEAD = '"""Reads and writes."""\nimport os\nimport sys\n\n\n';

export const SAMPLE_TEXT = `${HEAD}${fileOfSubjects('python', 5, 6, 12)}\n${giant}\nif __name__ == "__main__":\n    dump_everything(sys.argv)\n`;
export const SAMPLE_OUTLINE = outlineText(SAMPLE_TEXT, 'python');
export const SAMPLE_PLAN = planModules(plannedFile(SAMPLE_OUTLINE, SAMPLE_TEXT), {
  path: 'src/app/store.py',
  limit: 200,
});
