import { oncePerView } from '../once.ts';
import { composition } from './index.ts';

/** The composition of a view, made once. */
export const composedOnce = oncePerView((view) => composition.run(view));
