import { namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { changePermissions, observePermissions } from './permissions.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** The pods of every configured workload: which of them use a Secret is seen only when one is due. */
const selectors = (platform: Platform): readonly string[] => {
  const { blockchain, gateway, others } = platform.workloads;
  const known = [blockchain, gateway, ...others, platform.database.workload, platform.cache.workload];
  const names = new Set(namedWorkloads(platform).map(({ name }) => name));
  return [...new Set(known.filter(({ name }) => names.has(name)).map(({ selector }) => selector))];
};

/** renew-certificates: what is due is issued anew, judged, written, and served by every pod; or it is as it was before. */
export default defineTask({
  id: 'renew-certificates',
  title: 'Renew certificates',
  description:
    'Renews the certificates that are due, expired ones first: issues by the configured issuer, judges the result before writing it, has every pod serve it and looks at each; otherwise the former one is put back. Never renews the key of an authority unasked, and never what somebody else owns.',
  guide: ['certificate_renewal', 'certificate_management'],
  windows: ['weekly'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 1_200_000,
  undoMs: 600_000,
  needs: [],
  after: [],
  changesWorkloads: true,
  ports: ['cluster', 'certificates'],
  inputs,
  outputs: {},
  permissions: { observe: observePermissions, change: changePermissions },
  commands: [],
  forwards: [{ purpose: 'see what certificate each pod serves', selectors }],
  steps: ['issue-certificate', 'write-certificate', 'renew-by-cert-manager', 'reload-consumers'],
  verdicts: {
    pass: 'nothing is due, or everything that was due is renewed and served by every pod',
    warn: 'one is due and must not be renewed here, or its authority ends before it would',
    fail: 'one had expired, ends before the next renewal, or could not be renewed and was put back',
    unknown: 'a Secret, or what uses it, could not be looked at',
  },
  observe,
  plan,
  verify,
});
