import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Point } from '../../../src/domain/state/documents.ts';
import dryRunManifests from '../../../src/steps/dry-run-manifests.ts';
import readBackup from '../../../src/steps/read-backup.ts';
import restoreDrill from '../../../src/steps/restore-drill.ts';
import task from '../../../src/tasks/validate-backups/index.ts';
import { plainDump, sha256Of } from '../../backups/dumps.ts';
import { createFakeDrill } from '../../fakes/drill/fake-drill.ts';
import { createFakeManifestCheck } from '../../fakes/manifest-check/fake-manifest-check.ts';
import { createFakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';
import { run, testNow } from '../environment.ts';

export const hour = 3_600_000;
const day = 24 * hour;

const configuration = `apiVersion: v1
kind: ConfigMap
metadata:
  name: gateway-settings
data:
  mode: live
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api-gateway
  namespace: phoenix-rooivalk
spec:
  replicas: 3
`;

const blocks = (from: number, count: number): Buffer =>
  Buffer.from(
    Array.from(
      { length: count },
      (_, index) => `${JSON.stringify({ height: from + index, hash: `h${index}` })}\n`,
    ).join(''),
  );

/** A bucket with two weeks of good backups, and everything that looking into them needs. */
export class Bench {
  readonly store = createFakeObjectStore();
  readonly drill = createFakeDrill();
  readonly check = createFakeManifestCheck();
  readonly history: Point[] = [];
  platform: Record<string, unknown> = { backups: { endpoint: 'http://s3.example:9000' } };

  constructor() {
    for (let ago = 0; ago < 14; ago += 1) this.backUp(ago);
  }

  /** A day's backups, so many days ago; the newest is five hours old. */
  backUp(ago: number): void {
    const date = this.date(ago);
    this.lay(`database/${date}`, { 'database-backup.sql': plainDump(), 'globals.sql': globals }, ago);
    this.lay(
      `blockchain/${date}`,
      { 'blocks-0001.jsonl': blocks(100, 30), 'blocks-0002.jsonl': blocks(130, 33 - ago) },
      ago,
      { height: 162 - ago },
    );
    this.lay(`configuration/${date}`, { 'configuration.yaml': Buffer.from(configuration) }, ago);
  }

  date(ago: number): string {
    return new Date(testNow - 5 * hour - ago * day).toISOString().slice(0, 10);
  }

  lay(
    folder: string,
    files: Readonly<Record<string, Buffer>>,
    ago: number,
    about: Readonly<Record<string, unknown>> = {},
  ): void {
    const objects = Object.entries(files).map(([name, content]) => ({
      name,
      size: content.length,
      sha256: sha256Of(content),
    }));
    for (const [name, content] of Object.entries(files)) this.put(`${folder}/${name}`, content, ago);
    this.put(`${folder}/manifest.json`, Buffer.from(JSON.stringify({ version: 1, ...about, objects })), ago);
  }

  put(key: string, content: Buffer, ago = 0): void {
    this.store.objects.set(key, { bytes: content.length, modifiedAt: testNow - 5 * hour - ago * day, content });
  }

  /** Change the content of a newest object, and leave its manifest as it is. */
  spoil(key: string, change: (content: Buffer) => Buffer): void {
    const full = this.newest(key);
    const { content = new Uint8Array() } = this.store.objects.get(full) ?? {};
    this.put(full, change(Buffer.from(content)));
  }

  newest(key: string): string {
    const [kind, ...rest] = key.split('/');
    return [kind, this.date(0), ...rest].join('/');
  }

  run(inputs: Readonly<Record<string, string>> = {}, mode: 'plan' | 'apply' = 'apply'): Promise<TaskOutcome> {
    return run(task, {
      ports: {
        objectStore: this.store,
        drill: this.drill,
        manifestCheck: this.check,
        history: { series: async () => this.history, firstSeen: async () => new Map() },
      },
      executors: { 'restore-drill': restoreDrill, 'read-backup': readBackup, 'dry-run-manifests': dryRunManifests },
      inputs,
      mode,
      platform: this.platform,
    });
  }
}

const globals = Buffer.from(`--
-- PostgreSQL database cluster dump
--

CREATE ROLE phoenix_owner;
ALTER ROLE phoenix_owner WITH NOSUPERUSER NOLOGIN;

--
-- PostgreSQL database cluster dump complete
--
`);
