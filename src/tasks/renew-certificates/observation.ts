import type { Certificate } from '../../domain/certificate/certificate.ts';
import type { SecretUse } from '../../domain/certificate/secret-uses.ts';
import type { WorkloadKind } from '../../domain/configuration/platform/workload-kind.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Owner } from '../../domain/owner/ownership.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { HeldSecret } from '../../observation/certificates/held-secret.ts';
import type { TrustedAuthorities } from '../../observation/certificates/read-trust.ts';
import type { StartBasis } from '../../observation/rollout/start-basis.ts';
import type { Trouble } from '../../observation/trouble.ts';

/** A workload whose pods use a due Secret. */
export interface SeenConsumer {
  readonly ref: WorkloadRef;
  readonly kind: WorkloadKind;
  readonly use: SecretUse;
  /** Pods that it has. */
  readonly pods: number;
  /** Ports on which pods were seen to serve the certificate, or that the configuration names. */
  readonly ports: readonly number[];
  readonly serverName: string;
  /** The value of the annotation that rolls it, null where there is none. */
  readonly mark: string | null;
  /** Why its pods may not be rolled; absent: they may. */
  readonly notRolled?: string;
  /** Set when that could not be read. */
  readonly rollTrouble?: Trouble;
  /** What its pods start from, when they may be rolled. */
  readonly start?: StartBasis;
  /** Who wrote that. */
  readonly writers?: readonly BasisWriter[];
  /** Why what it serves could not be looked at. */
  readonly trouble?: Trouble;
}

/** The Certificate of cert-manager that a Secret is marked with; without a uid there is none that keeps it. */
export interface CertManagerOwner {
  readonly name: string;
  readonly uid?: string;
}

/** A Secret whose certificate is due, with everything around it that decides about its renewal. */
export interface DueSecret {
  readonly held: HeldSecret;
  readonly leaf: Certificate;
  readonly owners: readonly Owner[];
  readonly consumers: readonly SeenConsumer[];
  /** `ingress/portal` */
  readonly ingresses: readonly string[];
  /** The certificate of the authority that is to issue, where it could be read without its key. */
  readonly authority?: Certificate;
  /** Set when cert-manager keeps it. */
  readonly certManager?: CertManagerOwner;
  /** Why part of it could not be read. */
  readonly trouble?: Trouble;
}

/** What renew-certificates saw. */
export interface RenewalObservation {
  readonly basis: JsonObject;
  readonly writers?: readonly BasisWriter[];
  readonly measurements: {
    readonly secrets: readonly HeldSecret[];
    readonly everySecret: boolean;
    readonly listTrouble?: Trouble;
    /** Why Ingresses could not be read. */
    readonly hostsTrouble?: Trouble;
    readonly due: readonly DueSecret[];
    readonly trust: TrustedAuthorities;
  };
}
