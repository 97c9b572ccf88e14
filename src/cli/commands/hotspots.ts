import type { Command } from 'commander';
import { hotspots, type HotspotSort } from '../../../analyzers/hotspots/hotspots.ts';
import { FACTS } from '../../../analyzers/facts.ts';
import { EXIT } from '../../core/errors.ts';
import { LANGUAGES, type Language } from '../../languages/language.ts';
import { hotspotsJson } from '../../report/hotspots/json.ts';
import { renderHotspots } from '../../report/hotspots/terminal.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf, wholeNumber } from '../options.ts';
import type { Run } from '../run-cli.ts';
import { withView } from '../with-view.ts';

interface HotspotOptions extends CommonOptions {
  readonly lang?: Language;
  readonly top: number;
  readonly sort: HotspotSort;
  readonly since?: string;
  readonly by: 'file' | 'module';
}
