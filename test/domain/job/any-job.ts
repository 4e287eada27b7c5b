import type { Job } from '../../../src/domain/job/job.ts';

/** A job that applies, of a run with this word, in which nothing is due, and whatever is given instead. */
export const anyJob = (run: string, instead: Partial<Job> = {}): Job => ({
  mode: 'apply',
  run: { url: run, attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
  platform: { name: 'p', cluster: 'c', namespace: 'n' },
  window: undefined,
  absorbs: [],
  continues: false,
  due: [],
  lookOnly: [],
  notDue: [],
  notes: [],
  findings: [],
  earlier: {},
  startedAt: '2026-11-24T02:10:00.000Z',
  closesAt: '2026-11-24T04:00:00.000Z',
  failOn: 'unknown',
  ...instead,
});
