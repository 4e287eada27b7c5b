import {
  type ConfigurationDocument,
  type ConfigurationDocuments,
  isBySchemaAlone,
  longestConfiguration,
  readConfigurationDocuments,
  schemaFault,
} from '../domain/backup/manifest-documents.ts';
import type { Finding } from '../domain/finding/finding.ts';
import { clusterWide, kubectl } from '../domain/kubernetes/kubectl.ts';
import { counted } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { type AskedDocument, documentFindings } from '../observation/backup/document-findings.ts';
import { storedFiles } from '../observation/backup/files.ts';
import { notReadFinding, readingFindings } from '../observation/backup/reading-findings.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type StepContext } from './executor.ts';

type DryRunStep = StepOf<'dry-run-manifests'>;
type Context = StepContext<'objectStore' | 'drill' | 'manifestCheck'>;

/** Ask the API server whether it would take the documents of a configuration backup, without writing them. */
export default defineStep({
  kind: 'dry-run-manifests',
  ports: ['objectStore', 'drill', 'manifestCheck'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const read = await readDocuments(context, step);
    const { documents } = read;
    const here = documents.filter(isBySchemaAlone).map((document): AskedDocument => {
      const fault = schemaFault(document);
      return { document, answer: fault === undefined ? { outcome: 'same' } : { outcome: 'refused', says: fault } };
    });
    const asked = await askAll(
      context,
      step,
      documents.filter((document) => !isBySchemaAlone(document)),
    );
    const all = [...here, ...asked.answers];
    return {
      text: `${counted(documents.length, 'document')} read, ${counted(asked.answers.length, 'document')} asked about${asked.held ? '' : '; not held to dry runs'}`,
      measurements: [],
      findings: [...read.findings, ...asked.findings, ...documentFindings(step.subject, read, all)],
    };
  },
  settle: async () => 'cannot-tell',
});

async function readDocuments(
  { ports, signal }: Context,
  { parameters, subject }: DryRunStep,
): Promise<ConfigurationDocuments & { readonly findings: readonly Finding[] }> {
  const { files, expected } = storedFiles(ports.objectStore, parameters.objects);
  const documents: ConfigurationDocument[] = [];
  const faults: { number: number; says: string }[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const text = new Text();
    try {
      const request = {
        bounds: parameters.bounds,
        sha256: true,
        as: 'bytes' as const,
        look: (bytes: Uint8Array) => text.add(bytes),
      };
      const reading = await ports.drill.read(file, request, signal);
      findings.push(...readingFindings(subject, reading, expected()));
      if (reading.damage !== undefined) continue;
      const read = readConfigurationDocuments(text.whole());
      documents.push(...read.documents);
      faults.push(...read.faults);
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      findings.push(notReadFinding(subject, error));
    }
  }
  return { documents, faults, findings };
}

/** A text that comes in pieces; past what is parsed anyway, the rest is dropped. */
class Text {
  readonly #decoder = new TextDecoder();
  #text = '';

  add(bytes: Uint8Array): void {
    if (this.#text.length <= longestConfiguration) this.#text += this.#decoder.decode(bytes, { stream: true });
  }

  whole(): string {
    return this.#text + this.#decoder.decode();
  }
}

/** Prove first that nothing can be written; without that proof nothing is asked. */
async function askAll(
  { ports, signal }: Context,
  { subject, parameters }: DryRunStep,
  documents: readonly ConfigurationDocument[],
): Promise<{
  readonly held: boolean;
  readonly answers: readonly AskedDocument[];
  readonly findings: readonly Finding[];
}> {
  const answers: AskedDocument[] = [];
  if (documents.length === 0) return { held: true, answers, findings: [] };
  try {
    const proof = await ports.manifestCheck.prove();
    if (!proof.held) {
      const { leak, says: evidence, next } = proof;
      const severity = leak ? 'fail' : 'unknown';
      const title = leak
        ? 'the identity for dry runs can write'
        : 'whether the identity for dry runs is held to them is not known';
      return {
        held: false,
        answers,
        findings: [{ code: 'dry-run-not-held', severity, subject, title, evidence, next }],
      };
    }
    for (const document of documents) {
      signal.throwIfAborted();
      const namespace = document.namespace ?? parameters.namespace;
      answers.push({ document, answer: await ports.manifestCheck.ask({ ...document, namespace }) });
    }
    return { held: true, answers, findings: [] };
  } catch (error) {
    if (signal.aborted) throw new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' });
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    return { held: answers.length > 0, answers, findings: [notAsked(subject, error)] };
  }
}

const notAsked = (subject: string, { message, next }: PortError): Finding => ({
  code: 'documents-not-asked',
  severity: 'unknown',
  subject,
  title: 'the API server could not be asked whether it would take the configuration',
  evidence: message,
  next: next ?? kubectl(clusterWide)`apply -f deploy/rbac/maintenance-dry-run.yaml`,
});
