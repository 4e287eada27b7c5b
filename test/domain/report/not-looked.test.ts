import { expect, test } from '@jest/globals';
import { buildReport } from '../../../src/domain/report/build.ts';
import type { StateDocuments } from '../../../src/domain/state/documents.ts';
import { anyJob } from '../job/any-job.ts';

const firstSeen = '2026-11-20T02:10:00.000Z';
const known: StateDocuments['findings'] = {
  f1: {
    fingerprint: 'f1',
    task: 'rotate-logs',
    code: 'still-held',
    severity: 'warn',
    subject: 'pod/a',
    title: 't',
    firstSeen,
  } as StateDocuments['findings'][string],
};

test.each(['refused', 'deferred', 'skipped'] as const)(
  'a task that was %s before it could look has mended nothing',
  (status) => {
    const notDue = [{ id: 'rotate-logs', status, verdict: 'warn' as const, cause: 'an open journal comes first' }];
    const { report, known: after } = buildReport({
      kind: 'task',
      id: 'rotate-logs',
      job: anyJob('run/2', { notDue }),
      outcomes: [],
      describe: (id) => ({ title: id, type: 'preventive' }),
      known,
      finishedAt: '2026-11-24T02:30:00.000Z',
    });
    expect(report.findings).toEqual([]);
    expect(Object.keys(after)).toEqual(['f1']);
  },
);
