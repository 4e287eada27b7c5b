import { databasePermissions, databaseSelectors } from '../../observation/database/permissions.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

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
    observe: databasePermissions,
    change: [],
  },
  commands: [],
  forwards: [
    {
      purpose: 'talk to the database',
      selectors: databaseSelectors,
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
