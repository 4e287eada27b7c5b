/** Faults of the network between pods, as its policies would have them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Fault, leads } from './fault.ts';

const execute = promisify(execFile);
const ip = async (...words: readonly string[]): Promise<string> => (await execute('ip', words)).stdout;

/** Whom the probe's pods run as; no other pod of the platform does. */
const PROBE_UID = 65_534;
const DATABASE_PORT = 5432;
const OURS = 50;
const LOCAL = 100;

const rules = async (preference: number): Promise<boolean> =>
  (await ip('rule', 'show', 'pref', String(preference))).trim() !== '';

/** Deletes every rule of a preference. */
async function removeRules(preference: number): Promise<void> {
  while (await rules(preference)) await ip('rule', 'del', 'pref', String(preference));
}

/**
 * Every address of the sandbox is local, and the table of local addresses is asked first: it is moved behind the rule that
 * refuses. Port-forwards are made by the kubelets, which run as another user.
 */
export const networkFaults = {
  'database-cut-off': {
    title: 'pods that no network policy names cannot connect to the database; port-forwards can',
    leadsTo: leads('check-health: fail'),
    async break() {
      if (!(await rules(LOCAL))) await ip('rule', 'add', 'pref', String(LOCAL), 'lookup', 'local');
      await removeRules(0);
      if (await rules(OURS)) return;
      const whom = ['uidrange', `${PROBE_UID}-${PROBE_UID}`, 'ipproto', 'tcp', 'dport', String(DATABASE_PORT)];
      await ip('rule', 'add', 'pref', String(OURS), ...whom, 'prohibit');
    },
    async mend() {
      await removeRules(OURS);
      if (!(await rules(0))) await ip('rule', 'add', 'pref', '0', 'lookup', 'local');
      await removeRules(LOCAL);
    },
  },
} satisfies Record<string, Fault>;
