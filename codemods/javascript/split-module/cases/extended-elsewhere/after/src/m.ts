export { areaOf } from './m/area';
export type { Closed } from './m/area';

export interface Open {
  width: number;
}
