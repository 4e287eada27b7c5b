import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { readActionEnvironment } from '../../../src/runtime/action-environment.ts';
import { type HandedOver, handOver } from '../../../src/runtime/gates/hand-over.ts';
import { Handover } from '../../../src/runtime/handover.ts';
import type { Process } from '../../../src/runtime/process.ts';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { Stdout } from '../../../src/runtime/stdout.ts';
import { configured } from '../../configured.ts';
import { environment } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import { FakeForge } from '../../fakes/forge/fake-forge.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handing-over-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const preventive = documentOf({ type: 'preventive', environment: 'maintenance-preventive' });
const adaptive = documentOf();

/** A job on a forge that has both environments, and everything that leaves it. */
class Job {
  readonly forge = new FakeForge();
  readonly redactor = new Redactor();
  readonly uploaded: { readonly name: string; readonly text: string }[] = [];

  constructor() {
    this.forge.environments = [environment, { ...environment, id: 31, name: 'maintenance-preventive', reviewers: [] }];
  }

  handOver(document: PlanDocument, sections: object = {}): Promise<HandedOver> {
    const action = readActionEnvironment({
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_RUN_ATTEMPT: '1',
    });
    const self = {
      environment: action,
      redactor: this.redactor,
      stdout: new Stdout(this.redactor, () => {}),
      handover: new Handover(action.jobFolder, this.redactor),
    } as unknown as Process;
    const artifacts = {
      upload: async (name: string, from: string, files: readonly string[]) => {
        this.uploaded.push({ name, text: files.map((file) => readFileSync(join(from, file), 'utf8')).join('') });
        return { id: this.uploaded.length };
      },
    };
    const sealed = { document, digest: approvalDigest(document) };
    return handOver(self, configured(sections), sealed, { forge: this.forge, artifacts });
  }

  /** Everything that others can read, as one text. */
  get published(): string {
    const files = ['output', 'summary.md'].map((name) => {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return '';
      }
    });
    const texts = [
      ...this.uploaded.map(({ text }) => text),
      ...this.forge.issues.map(({ title, body }) => title + body),
    ];
    return [...files, ...texts].join('');
  }
}

const byIssue = { approval: { gate: 'issue' } };

describe('in a public repository', () => {
  test.each([
    ['a preventive plan', preventive, {}],
    ['a gated plan', adaptive, {}],
    ['a gated plan for an issue', adaptive, byIssue],
  ])('%s is refused, and nothing of it is anywhere', async (_, document, sections) => {
    const job = new Job();
    job.forge.repositoryFacts = { ...job.forge.repositoryFacts, isPublic: true };
    expect((await job.handOver(document, sections)).refusal).toMatchObject({
      next: expect.stringContaining('reports.public: true'),
    });
    expect(job.published).toBe('');
  });

  test('it is handed over where the configuration shows reports', async () => {
    const job = new Job();
    job.forge.repositoryFacts = { ...job.forge.repositoryFacts, isPublic: true };
    expect(await job.handOver(preventive, { reports: { public: true } })).toEqual({});
    expect(job.published).toContain('deployment/api-gateway');
  });
});

test.each([
  ['preventive', preventive],
  ['adaptive', adaptive],
])('a %s plan of a private repository is kept, shown, and named by digest and artifact', async (type, document) => {
  const job = new Job();
  expect(await job.handOver(document)).toEqual({});
  expect(JSON.parse(job.uploaded[0]?.text ?? '')).toEqual(document);
  expect(job.published).toContain(approvalDigest(document));
  expect(job.published).toContain(`${type}-artifact`);
});

describe('a plan that holds a secret of this process is refused, with the place and without the value', () => {
  const secret = 'correct horse "battery" staple';
  const [part] = adaptive.plans;
  if (part === undefined) throw new Error('the document has a plan');
  const inShown = { ...part, shown: { findings: [{ title: secret }] } } as unknown as typeof part;
  test.each<[string, PlanDocument, object, string]>([
    ['as it is', { ...adaptive, reason: `because ${secret}` }, {}, 'reason'],
    ['in base64', { ...adaptive, reason: Buffer.from(secret).toString('base64') }, {}, 'reason'],
    ['in what is shown', { ...adaptive, plans: [inShown] }, {}, 'plans.0.shown.findings.0.title'],
    ['for an issue', { ...adaptive, reason: secret }, byIssue, 'reason'],
    ['that nobody approves', { ...preventive, reason: secret }, {}, 'reason'],
    [
      'as a name',
      { ...adaptive, platform: { ...adaptive.platform, databases: { [secret]: '7' } } },
      {},
      'a name in platform.databases',
    ],
  ])('%s', async (_, document, sections, place) => {
    const job = new Job();
    job.redactor.add(secret);
    const { refusal } = await job.handOver(document, sections);
    expect(refusal?.state).toBe(`a secret that this job was given is in ${place}`);
    expect(JSON.stringify(refusal)).not.toContain('horse');
    expect(job.published).toBe('');
  });
});
