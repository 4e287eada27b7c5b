/** What a run of renew-certificates may be told. */
export const inputs = {
  'pick-up-within': {
    kind: 'duration',
    description: 'How long pods may take to take a changed Secret up by themselves, before they are rolled.',
    default: '2m',
    min: '0s',
    max: '30m',
  },
  'ready-within': {
    kind: 'duration',
    description: 'How long the next pod of a roll may take to become ready.',
    default: '3m',
    min: '5s',
    max: '30m',
  },
  'signed-within': {
    kind: 'duration',
    description: 'How long a signer of the Kubernetes CSR API, approval by others included, or cert-manager may take.',
    default: '2m',
    min: '1s',
    max: '1h',
  },
  'handshake-timeout': {
    kind: 'duration',
    description: 'How long connection and TLS handshake with one pod may take.',
    default: '5s',
    min: '100ms',
    max: '60s',
  },
  authorities: {
    kind: 'boolean',
    description:
      'Whether the keys of certificate authorities are renewed as well: whoever trusts one has to learn the new one.',
    default: false,
  },
} as const;

/** The parsed inputs. */
export interface RenewalInputs {
  readonly 'pick-up-within': number;
  readonly 'ready-within': number;
  readonly 'signed-within': number;
  readonly 'handshake-timeout': number;
  readonly authorities: boolean;
}
