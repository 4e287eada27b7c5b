import type {
  DryRunManifestsParameters,
  ReadBackupParameters,
  RestoreDrillParameters,
} from '../backup/step-parameters.ts';
import type { ExpandVolumeParameters, SetResourcesParameters } from '../capacity/step-parameters.ts';
import { keepsEveryName, servesAnother } from '../certificate/preventive.ts';
import type {
  IssueCertificateParameters,
  ReloadConsumersParameters,
  RenewByCertManagerParameters,
  WriteCertificateParameters,
} from '../certificate/step-parameters.ts';
import { areSafeOptions, type SetTableOptionsParameters } from '../database/table-options.ts';
import { arePatchChanges } from '../image/patches.ts';
import type { RecordImagesParameters, SetImageParameters } from '../image/step-parameters.ts';
import type { Json } from '../json.ts';
import type { Connection } from '../network/connections.ts';

/**
 * What can be done about a step afterwards. `reversible`: it has a typed inverse. `forward`: none, but doing it again is
 * harmless; after a crash it is marked done or dropped. `final`: none, and it is never taken twice.
 */
export type UndoClass = 'reversible' | 'forward' | 'final';

/** What is known of a step kind without looking at the world. */
export interface StepKindFacts {
  readonly undo: UndoClass;
  /** Whether a preventive task, which nobody approves, may take it; from what the step changes. */
  readonly preventive: (from: Json, to: Json) => boolean;
  /** `same-request`: the target system evaluates the precondition with the change. `just-before`: read immediately before, and harmless if the race is lost. */
  readonly precondition: 'same-request' | 'just-before';
  /** For `forward` and `final`: why there is no way back, as the plan says it. */
  readonly cannotBeUndone?: string;
}

const always = (_from: Json, _to: Json): boolean => true;
const never = (_from: Json, _to: Json): boolean => false;

/**
 * Every kind of step there is. The union is closed: there is no `exec`, `sql` or `patch` kind, and an unknown kind is
 * refused. A kind's parameters are in {@link StepParameters}, its execution in `src/steps/<kind>.ts`.
 */
export const stepKinds = {
  'rotate-logs': {
    undo: 'final',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'rotated files stay rotated; nothing is lost that the rotation rules keep',
  },
  'delete-files': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'deleted files are gone',
  },
  'expire-stale-keys': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'only keys that had expired already are reclaimed',
  },
  'purge-cache-memory': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'memory that held nothing is given back',
  },
  'vacuum-table': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'dead rows are gone; they were visible to nobody',
  },
  'probe-network': {
    undo: 'forward',
    preventive: always,
    precondition: 'same-request',
    cannotBeUndone: 'the probe is a Job that removes itself',
  },
  'probe-database-write': {
    undo: 'forward',
    preventive: always,
    precondition: 'same-request',
    cannotBeUndone: 'the test write is rolled back in its own transaction',
  },
  'read-backup': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'a backup is only read',
  },
  'restore-drill': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'the throw-away server is gone with everything in it; nothing on the platform is touched',
  },
  'dry-run-manifests': {
    undo: 'forward',
    preventive: always,
    precondition: 'just-before',
    cannotBeUndone: 'the API server is only asked; what proves that nothing else is possible is taken away again',
  },
  'record-images': {
    undo: 'forward',
    preventive: always,
    precondition: 'same-request',
    cannotBeUndone: 'that an image was seen stays in our own record',
  },
  'set-image': {
    undo: 'reversible',
    preventive: arePatchChanges,
    precondition: 'same-request',
  },
  'issue-certificate': {
    undo: 'forward',
    preventive: keepsEveryName,
    precondition: 'same-request',
    cannotBeUndone: 'what was issued stays issued until its end; its key is removed, so nobody uses it',
  },
  'write-certificate': {
    undo: 'reversible',
    preventive: keepsEveryName,
    precondition: 'same-request',
  },
  'renew-by-cert-manager': {
    undo: 'forward',
    preventive: servesAnother,
    precondition: 'same-request',
    cannotBeUndone: 'cert-manager keeps its Secret itself: the former key put back makes it issue again at once',
  },
  'reload-consumers': {
    undo: 'forward',
    preventive: servesAnother,
    precondition: 'same-request',
    cannotBeUndone: 'pods that were made anew stay; when the former certificate is put back they take it up again',
  },
  'scale-workload': {
    undo: 'reversible',
    preventive: never,
    precondition: 'same-request',
  },
  'set-resources': {
    undo: 'reversible',
    preventive: never,
    precondition: 'same-request',
  },
  'set-table-options': {
    undo: 'reversible',
    preventive: areSafeOptions,
    precondition: 'same-request',
  },
  'expand-volume': {
    undo: 'forward',
    preventive: never,
    precondition: 'same-request',
    cannotBeUndone: 'a volume claim never shrinks',
  },
  'restart-workload': {
    undo: 'final',
    preventive: never,
    precondition: 'same-request',
    cannotBeUndone: 'pods that were replaced are gone, with what only they held in memory',
  },
} as const satisfies Readonly<Record<string, StepKindFacts>>;

/** The name of a step kind. */
export type StepKind = keyof typeof stepKinds;

/** The kinds that have an inverse. */
export type ReversibleKind = {
  [K in StepKind]: (typeof stepKinds)[K]['undo'] extends 'reversible' ? K : never;
}[StepKind];

/** A workload, by the uid that the plan saw. */
export interface WorkloadRef {
  readonly resource: 'deployments' | 'statefulsets' | 'daemonsets';
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

/** A container of a pod, by the uid that the plan saw. */
export interface ContainerRef {
  readonly namespace: string;
  readonly pod: string;
  readonly podUid: string;
  readonly container: string;
}

/** What each kind needs to know to be carried out; plain JSON, digested with the plan. */
export interface StepParameters {
  'rotate-logs': ContainerRef & { readonly configuration: string; readonly state?: string };
  /** `paths` as base64 of the bytes: file names need not be UTF-8. Each is deleted only if it is still the same file, as old, and not open. */
  'delete-files': ContainerRef & {
    readonly directory: string;
    readonly minimumAgeMs: number;
    readonly files: readonly {
      readonly path: string;
      readonly device: number;
      readonly inode: string;
      readonly bytes: number;
    }[];
  };
  /** `shard` is the name of its master among the cache's servers. */
  'expire-stale-keys': {
    readonly shard: string;
    readonly database: number;
    readonly pageSize: number;
    readonly latencyLimitMs: number;
    readonly timeLimitMs: number;
  };
  /** Only if, by then, at least so much of the memory is held without use. */
  'purge-cache-memory': {
    readonly shard: string;
    readonly fragmentation: number;
    readonly reclaimableBytes: number;
  };
  /** `vacuum` false: only statistics are collected. */
  'vacuum-table': {
    readonly server: string;
    readonly database: string;
    readonly schema: string;
    readonly table: string;
    readonly oid: number;
    readonly vacuum: boolean;
    readonly analyze: boolean;
    readonly freeze: boolean;
    readonly lockTimeoutMs: number;
    readonly statementTimeoutMs: number;
  };
  'probe-network': {
    readonly namespace: string;
    readonly name: string;
    readonly image: string;
    readonly hosts: readonly string[];
    readonly connections: readonly Connection[];
  };
  'probe-database-write': { readonly server: string; readonly database: string };
  'read-backup': ReadBackupParameters;
  'restore-drill': RestoreDrillParameters;
  'dry-run-manifests': DryRunManifestsParameters;
  'record-images': RecordImagesParameters;
  /** From → to are the step's own: images by container, of those that change. */
  'set-image': WorkloadRef & SetImageParameters;
  'issue-certificate': IssueCertificateParameters;
  'write-certificate': WriteCertificateParameters;
  'renew-by-cert-manager': RenewByCertManagerParameters;
  'reload-consumers': ReloadConsumersParameters;
  /** From → to are the step's own: numbers of replicas. */
  'scale-workload': WorkloadRef & { readonly readyWithinMs: number };
  /** From → to are the step's own: fields by container, of those that change. */
  'set-resources': WorkloadRef & SetResourcesParameters;
  /** From → to are the step's own: options by name. */
  'set-table-options': SetTableOptionsParameters;
  /** From → to are the step's own: sizes as quantities. */
  'expand-volume': ExpandVolumeParameters;
  /** From → to are the step's own: the annotation that names the plan which restarted it last, and `this plan`. */
  'restart-workload': WorkloadRef & { readonly readyWithinMs: number };
}

/** Narrow a foreign word to a step kind; `__proto__` and the like are none. */
export function isStepKind(word: string): word is StepKind {
  return Object.hasOwn(stepKinds, word);
}
