import type { CheckedDocument, DryRun, ManifestCheck, Proof } from '../../../src/ports/manifest-check.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** The port `ManifestCheck` in memory. */
export interface FakeManifestCheck extends ManifestCheck {
  proof: Proof;
  /** By `kind/name`; others are the same as in the cluster. */
  readonly answers: Map<string, DryRun>;
  failure: PortErrorParts | undefined;
  readonly asked: CheckedDocument[];
}

/** Make the port: everything is as it was backed up. */
export function createFakeManifestCheck(): FakeManifestCheck {
  const asked: CheckedDocument[] = [];
  const answers = new Map<string, DryRun>();
  const fake: FakeManifestCheck = {
    proof: { held: true },
    answers,
    failure: undefined,
    asked,
    prove: async () => {
      if (fake.failure !== undefined) throw new PortError(fake.failure);
      return fake.proof;
    },
    ask: async (document) => {
      asked.push(document);
      return answers.get(`${document.kind}/${document.name}`) ?? { outcome: 'same' };
    },
  };
  return fake;
}
