import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import { makePlan } from '../../../src/pipeline/carry-out/carry-out.ts';
import type { Ports } from '../../../src/ports/index.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import { configured } from '../../configured.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import type { Scene } from './scenario.ts';

/** The document of what the task plans on the platform as it is: made in calm, and approved. */
export async function approvedDocument({ task, world, inputs }: Scene): Promise<PlanDocument> {
  const configuration = configured({ platform: world.platform ?? {} });
  const { platform, thresholds } = configuration;
  const { prepared } = await makePlan(
    task,
    { inputs, phase: 'main' },
    {
      ports: world.ports as Ports,
      platform,
      thresholds,
      calendar: calendarOf(configuration),
      clock: systemClock,
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: loadStep,
      changing: { mode: 'plan' },
    },
  );
  if (prepared === undefined) throw new Error(`${task.id} plans nothing`);
  const { steps: _steps, refusals: _refusals, ...shown } = prepared.draft;
  const copied = JSON.parse(JSON.stringify({ plan: prepared.plan, shown }));
  return documentOf({
    type: task.type,
    notAfter: new Date(systemClock.now() + 3 * 3_600_000).toISOString(),
    plans: [{ title: task.title, undoMs: 60_000, ...copied }],
  });
}
