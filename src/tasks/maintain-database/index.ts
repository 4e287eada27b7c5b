import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform: Platform): boolean => platform.database.address === undefined;

const authorityIn = (kind: 'Secret' | 'ConfigMap') => (platform: Platform) => {
  const { ca } = platform.database.tls;
  return ca?.kind === kind ? [ca.name] : [];
};

/** maintain-database: every table of every database that needs it, worst first, proved by the server's statistics. */
export default defineTask({
  id: 'maintain-database',
  title: 'Maintain the database',
  description:
    'Vacuums and analyzes the tables that need it, worst first, in every database of the primary; names who blocks a table and who keeps dead rows from being removed, and watches transaction numbers. Never waits long for a lock, and never needs a superuser.',
  guide: ['database maintenance'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 600_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['database'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      {
        resource: resources.pods,
        verbs: ['list'],
        scope: 'platform',
        when: throughPods,
        why: 'find the database servers',
      },
      {
        resource: resources.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: throughPods,
        why: 'reach them; what is done there is what the database role may do',
      },
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [...new Set([platform.database.password.secret, ...authorityIn('Secret')(platform)])],
        why: 'read the password of the database role',
      },
      {
        resource: resources.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: authorityIn('ConfigMap'),
        when: (platform) => authorityIn('ConfigMap')(platform).length > 0,
        why: 'read the authority of the database certificate',
      },
    ],
    change: [],
  },
  commands: [],
  forwards: [
    {
      purpose: 'talk to the database',
      selectors: ({ database }) => (database.address ? [] : [database.workload.selector]),
    },
  ],
  steps: ['vacuum-table'],
  verdicts: {
    pass: 'every table that needed it is vacuumed, or none did',
    warn: 'dead rows are kept by somebody, a table was locked or could not be finished, some tables belong to others, or a server is a standby',
    fail: 'transaction numbers run out, a vacuum had no effect, our role may vacuum no table at all, or two servers take writes',
    unknown: 'the database, or one of its databases, could not be looked at',
  },
  observe,
  plan,
  verify,
});
