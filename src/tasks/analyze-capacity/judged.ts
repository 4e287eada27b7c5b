import type { Finding } from '../../domain/finding/finding.ts';
import type { Outlook } from '../../domain/forecast/outlook.ts';
import type { SeenSeries } from './seen.ts';

/** A series with where it stands and where it goes. */
export interface Judged {
  readonly seen: SeenSeries;
  readonly outlook: Outlook | undefined;
  readonly threshold: number | undefined;
  readonly findings: readonly Finding[];
}
