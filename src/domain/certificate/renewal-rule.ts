import { nextOpenings } from '../calendar/openings.ts';
import type { Calendar } from '../calendar/window.ts';
import type { Platform } from '../configuration/platform.ts';
import type { RenewalRule } from './validity.ts';

/** The window in which renew-certificates runs by itself. */
const renewingWindow = 'weekly';

/** The annotation by which cert-manager marks its Secrets. */
export const certificateName = 'cert-manager.io/certificate-name';

/** Who renews a certificate by itself, by the annotations of its Secret; undefined: nobody does. */
export const renewedBy = (annotations: Readonly<Record<string, string>> | undefined): 'cert-manager' | undefined =>
  annotations?.[certificateName] === undefined ? undefined : 'cert-manager';

/** What is renewed by itself does not wait for windows: it is due by days and share alone. */
export const ruleFor = (held: { readonly renewedBy?: string | undefined }, rule: RenewalRule): RenewalRule =>
  held.renewedBy === undefined ? rule : { ...rule, openings: [] };

/** When certificates are due: configured days and share, and the next two openings in which they are renewed. */
export function renewalRule({
  platform,
  calendar,
  now,
}: {
  readonly platform: Pick<Platform, 'certificates'>;
  readonly calendar: Calendar;
  readonly now: number;
}): RenewalRule {
  const windows = calendar.windows.filter((window) => window.name === renewingWindow);
  const openings = nextOpenings({ ...calendar, windows }, now, 2);
  return { ...platform.certificates.renewal, openings: openings.map(({ start, end }) => ({ start, end })) };
}
