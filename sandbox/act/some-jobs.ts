/** "Re-run failed jobs" and "Re-run this job": what GitHub starts again is a part of the workflow. */
import { isScalar, parseDocument, visit } from 'yaml';

/** Which jobs are started again, and what the others put out in the attempt before. */
export interface SomeJobs {
  readonly jobs: readonly string[];
  /** Outputs by the name of the job and their own. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An output of a job that is not started again, in an expression. */
const output = /\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g;

/** The text of a workflow with those jobs alone, which read what the others put out as GitHub keeps it. */
export function onlySomeJobs(text: string, { jobs, outputs }: SomeJobs): string {
  const document = parseDocument(text);
  const all = Object.keys((document.toJS() as { jobs: Record<string, unknown> }).jobs);
  for (const job of all.filter((id) => !jobs.includes(id))) document.deleteIn(['jobs', job]);
  for (const job of jobs) {
    const needs = document.getIn(['jobs', job, 'needs'], true) as { toJSON(): unknown } | undefined;
    const left = [needs?.toJSON() ?? []].flat().filter((id) => jobs.includes(id as string));
    document.setIn(['jobs', job, 'needs'], left);
  }
  visit(document, {
    Scalar(_, scalar) {
      if (!isScalar(scalar) || typeof scalar.value !== 'string') return;
      scalar.value = scalar.value.replace(output, (whole, job: string, name: string) =>
        jobs.includes(job) ? whole : `'${(outputs[job]?.[name] ?? '').replaceAll("'", "''")}'`,
      );
    },
  });
  return document.toString({ lineWidth: 0 });
}
