import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { CHECKOUT } from '../../../../sandbox/toolchain/cache.ts';
import { type Report, reportSchema } from '../../../../src/domain/report/schema.ts';
import { taskLoaders } from '../../../../src/tasks/registry.ts';
import type { Played, Stage } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface Pushed {
  readonly run: Played;
  readonly report: Report;
  /** The images of each workload, `<kind>/<name>`, before and after. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** What the window does here; updates need validated backups. */
const left = ['validate-backups', 'apply-security-updates'];
const id = 'scene-pushed';

/** The weekly window, as it is but for tasks that have nothing to do with images. */
export async function pushed(stage: Stage): Promise<Pushed> {
  const before = images(stage);
  const run = await stage.play({
    workflow: 'weekly',
    window: 'weekly',
    event: { name: 'workflow_dispatch', inputs: { mode: 'apply' } },
    id,
    rewrite: (path, text) => (path.endsWith('maintenance.yml') ? withTasks(text) : text),
  });
  const text = readFileSync(join(CHECKOUT, 'out', id, 'report.json'), 'utf8');
  return { run, report: reportSchema.parse(JSON.parse(text)), before, after: images(stage) };
}

function withTasks(text: string): string {
  const configuration = parse(text) as { tasks: Record<string, object> };
  const others = Object.keys(taskLoaders).filter((task) => !left.includes(task));
  const off = Object.fromEntries(others.map((task) => [task, { enabled: false }]));
  return stringify({ ...configuration, tasks: { ...configuration.tasks, ...off } });
}

function images({ kubectl }: Stage): Record<string, string> {
  const columns = '{range .items[*]}{.kind}/{.metadata.name} {.spec.template.spec.containers[*].image}{"\\n"}{end}';
  const text = kubectl('-n', 'phoenix-rooivalk', 'get', 'deployments,statefulsets', `-o=jsonpath=${columns}`);
  return Object.fromEntries([...text.matchAll(/^(\S+) (.*)$/gm)].map(([, workload, image]) => [workload, image]));
}
