import type { Measurement } from '../../domain/measurement.ts';
import type { NotChecked, Plan } from '../../domain/plan/plan.ts';
import type { ReportedForecast } from '../../domain/report/forecasts.ts';
import type { TaskEntry } from '../../domain/report/schema.ts';
import type { TaskStatus } from '../../domain/state/documents.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import type { Request } from './request.ts';

/** How a task ended, as far as it came. */
export interface Ended {
  readonly verdict: Verdict;
  readonly status: TaskStatus;
  readonly cause?: string;
  readonly result: string;
  readonly notChecked?: readonly NotChecked[];
  readonly plan?: Plan;
  readonly applied?: TaskEntry['applied'];
  readonly undone?: TaskEntry['undone'];
  readonly measurements?: readonly Measurement[];
  readonly forecasts?: readonly ReportedForecast[];
  readonly durationMs: number;
}

/** A task's part of the report. */
export function entryOf(task: AnyTask, request: Request, ended: Ended): TaskEntry {
  const { plan } = ended;
  return {
    id: task.id,
    title: task.title,
    type: task.type,
    verdict: ended.verdict,
    phase: request.phase,
    status: ended.status,
    ...(ended.cause === undefined ? {} : { cause: ended.cause }),
    result: ended.result,
    notChecked: [...(ended.notChecked ?? [])],
    ...(plan
      ? { plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] } }
      : {}),
    applied: [...(ended.applied ?? [])],
    undone: [...(ended.undone ?? [])],
    measurements: [...(ended.measurements ?? [])],
    ...(ended.forecasts === undefined ? {} : { forecasts: [...ended.forecasts] }),
    durationMs: ended.durationMs,
  };
}
