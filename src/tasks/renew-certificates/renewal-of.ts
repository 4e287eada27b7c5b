import type { Issuer } from '../../domain/configuration/platform/issuers.ts';
import type { Platform } from '../../domain/configuration/platform.ts';

type Renewals = Platform['certificates']['renewals'];

/** How the configuration has one Secret renewed. */
export interface RenewalOf {
  /** Absent: none is configured for it. */
  readonly issuer?: Issuer;
  readonly rules?: Renewals[number];
}

/** Issuer and rules of one Secret: its own entry, the common issuer, or the only one that there is. */
export function renewalOf({ certificates }: Pick<Platform, 'certificates'>, secret: string): RenewalOf {
  const { issuers, issuer: common, renewals } = certificates;
  const rules = renewals.find((each) => each.secret === secret);
  const name = rules?.issuer ?? common ?? (issuers.length === 1 ? issuers[0]?.name : undefined);
  const issuer = issuers.find((each) => each.name === name);
  return { ...(issuer === undefined ? {} : { issuer }), ...(rules === undefined ? {} : { rules }) };
}
