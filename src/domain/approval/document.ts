import { z } from 'zod';
import { isStepKind, type StepKind } from '../step/kinds.ts';

/** The version of the document's form; an apply job refuses any other. */
export const planDocumentVersion = 1;
/** Longest that a plan may wait after it was made, whatever its window: 72 h. */
export const longestWaitMs = 72 * 3_600_000;

const digest = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)]);
const instant = z.iso.datetime();
const json = z.json();
const jsonObject = z.record(z.string(), json);

const kind = z.custom<StepKind>((value) => typeof value === 'string' && isStepKind(value), {
  error: 'is no kind of step that this product takes',
});

const step = z.strictObject({
  id: z.string(),
  kind,
  subject: z.string(),
  owner: z.string().exactOptional(),
  from: json,
  to: json,
  parameters: jsonObject,
  why: z.string(),
  risk: z.string(),
  undo: z.string(),
  deadlineMs: z.number().int().positive(),
  unit: z.string().exactOptional(),
  independent: z.literal(true).exactOptional(),
  hold: z.string().exactOptional(),
});

const refusal = z.strictObject({ subject: z.string(), rule: z.string(), state: z.string(), next: z.string() });

const plan = z.strictObject({
  task: z.string(),
  inputs: jsonObject,
  steps: z.array(step),
  refusals: z.array(refusal),
  basis: json,
  digest,
});

/** The maintenance types that a reviewer is asked about. */
export const gatedTypes = ['corrective', 'adaptive', 'perfective'] as const;
/** One of them. */
export type GatedType = (typeof gatedTypes)[number];

/**
 * What a planning job hands to the job that applies: one gate's plans, and everything that an approval of them binds
 * (trust.md §2). It is data from an artifact, so it is parsed whole, strictly, before anything in it is believed: unknown
 * keys, kinds and forms are refused.
 */
export const planDocument = z
  .strictObject({
    schemaVersion: z.literal(planDocumentVersion),
    /** Random; what carries it (an annotation, a kept value) makes applying twice into once. */
    planId: z.uuid(),
    type: z.enum(['preventive', ...gatedTypes]),
    /** The environment whose job applies it. */
    environment: z.string(),
    run: z.strictObject({
      id: z.number().int(),
      url: z.string(),
      repository: z.string(),
      repositoryId: z.number().int(),
      commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    }),
    /** Digest of the files of `dist/`. */
    build: digest,
    /** Digest of `.github/maintenance.yml` as it was read. */
    configuration: digest,
    platform: z.strictObject({
      name: z.string(),
      cluster: z.string(),
      namespace: z.string(),
      /** UID of namespace `kube-system`. */
      uid: z.string().min(1),
      /** `system_identifier` of each database server whose content a step changes, by the server's name. */
      databases: z.record(z.string(), z.string()),
    }),
    /** `<window>@<ISO start>`, or `outside:<run id>`. */
    opening: z.string(),
    /** The opening itself; absent outside windows. */
    window: z.strictObject({ name: z.string(), opensAt: instant, closesAt: instant }).exactOptional(),
    reason: z.string(),
    requestedBy: z.string(),
    plannedAt: instant,
    /** After this nothing of it may be applied. */
    notAfter: instant,
    /** The issue that is the gate; it is opened before this file is kept, and shows the plan without this number. */
    issue: z.number().int().positive().exactOptional(),
    /** The pull request that hears of the result. */
    pullRequest: z.number().int().positive().exactOptional(),
    plans: z.array(
      z.strictObject({
        title: z.string(),
        /** Longest time that undoing it may take, ms. */
        undoMs: z.number().int().nonnegative(),
        plan,
        /** What the observation showed, for reviewer and report: the draft without steps and refusals. */
        shown: jsonObject,
      }),
    ),
  })
  .describe('The plans of one gate, and what an approval of them binds');

/** The plans of one gate, and what an approval of them binds. */
export type PlanDocument = z.infer<typeof planDocument>;
