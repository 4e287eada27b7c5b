import type { ConfigurationDocument, ConfigurationDocuments } from '../../domain/backup/manifest-documents.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import type { DryRun } from '../../ports/manifest-check.ts';

/** A document, and what the API server (or its schema) says of it. */
export interface AskedDocument {
  readonly document: ConfigurationDocument;
  readonly answer: DryRun;
}

/** What the documents of a configuration backup have shown: those that cannot be read or taken, and what has drifted. */
export function documentFindings(
  subject: string,
  { documents, faults }: ConfigurationDocuments,
  asked: readonly AskedDocument[],
): readonly Finding[] {
  return [
    ...unread(subject, documents.length, faults),
    ...refused(subject, asked),
    ...notPermitted(subject, asked),
    ...drifted(subject, asked),
    ...absent(subject, asked),
  ];
}

const nameOf = ({ kind, name }: ConfigurationDocument): string =>
  `${kind.toLowerCase().slice(0, 60)}/${name.slice(0, 100)}`;

function unread(subject: string, count: number, faults: ConfigurationDocuments['faults']): readonly Finding[] {
  if (faults.length === 0 && count > 0) return [];
  const [first] = faults;
  const evidence =
    first === undefined
      ? 'it holds no object of Kubernetes'
      : `${counted(faults.length, 'document')} beside ${count} good ones; document ${first.number}: ${first.says}`;
  return [
    {
      code: 'documents-not-read',
      severity: 'fail',
      subject,
      title: 'the configuration backup holds documents that cannot be read',
      evidence,
      next: 'look at the job that exports the configuration',
    },
  ];
}

function refused(subject: string, asked: readonly AskedDocument[]): readonly Finding[] {
  const wrong = asked.flatMap(({ document, answer }) =>
    answer.outcome === 'refused' ? [`${nameOf(document)}: ${answer.says}`] : [],
  );
  if (wrong.length === 0) return [];
  return [
    {
      code: 'document-refused',
      severity: 'fail',
      subject,
      title: 'the API server would not take what was backed up',
      evidence: `${wrong.length} of ${counted(asked.length, 'document')}; ${wrong.slice(0, 3).join('; ')}`,
      next: 'bring the manifests up to the API versions of this cluster, and back them up again',
    },
  ];
}

function notPermitted(subject: string, asked: readonly AskedDocument[]): readonly Finding[] {
  const denied = asked.flatMap(({ answer }) => (answer.outcome === 'not-permitted' ? [answer.says] : []));
  const [first] = denied;
  if (first === undefined) return [];
  return [
    {
      code: 'documents-not-asked',
      severity: 'unknown',
      subject,
      title: 'whether the API server would take a part of the configuration is not known',
      evidence: `${denied.length} of ${counted(asked.length, 'document')}; ${first}`,
      next: 'name the resource under `platform.backups.configuration-resources`, and apply `deploy/rbac/maintenance-dry-run.yaml` again',
    },
  ];
}

/** Drift is what a restore would take back. */
function drifted(subject: string, asked: readonly AskedDocument[]): readonly Finding[] {
  const moved = asked.flatMap(({ document, answer }) =>
    answer.outcome === 'drift' ? [`${nameOf(document)} ${answer.fields.slice(0, 3).join(', ')}`] : [],
  );
  if (moved.length === 0) return [];
  return [
    {
      code: 'configuration-drift',
      severity: 'warn',
      subject,
      title: 'the cluster is not what was backed up',
      evidence: `${moved.length} of ${counted(asked.length, 'document')} differ: ${moved.slice(0, 5).join('; ')}`,
      next: 'find out which of the two is right: the change belongs into what is backed up, or is taken back',
    },
  ];
}

function absent(subject: string, asked: readonly AskedDocument[]): readonly Finding[] {
  const gone = asked.flatMap(({ document, answer }) => (answer.outcome === 'absent' ? [nameOf(document)] : []));
  if (gone.length === 0) return [];
  return [
    {
      code: 'configuration-absent',
      severity: 'warn',
      subject,
      title: 'objects that were backed up are not in the cluster',
      evidence: `${gone.length} of ${counted(asked.length, 'document')}: ${gone.slice(0, 5).join(', ')}`,
      next: 'apply them, or take them out of what is backed up',
    },
  ];
}
