import { metricOf } from './capacity-metrics.ts';
import type { SeenSeries } from './seen.ts';
import { storedName } from './with-stored.ts';

type Named = Pick<SeenSeries, 'code' | 'subject' | 'of'>;

/** The beginning of the codes of a series' findings: what stands in for a metric is not called by the metric's own. */
export const findingCode = ({ code, subject, of }: Named): string =>
  of === 'bound' ? `${code}-${subject.replaceAll(' ', '-')}` : code;

/** The name of a series' measurements: a stand-in has one of its own. */
export const measuredName = ({ code, subject, of }: Named): string =>
  of === 'bound' ? `${storedName(code)}-${subject.replaceAll(' ', '-')}` : storedName(code);

/** What a series is called for people: `CPU in use`, `CPU in use of the fullest node`. */
export function titleOf({ code, subject, of }: Named): string {
  const { title } = metricOf(code);
  return of === 'bound' ? `${title} of the ${subject}` : title;
}
