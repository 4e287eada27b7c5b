import type { KubernetesObject, LabelSelector } from './meta.ts';

/** How much of what a namespace may have in all (core/v1). */
export interface ResourceQuota extends KubernetesObject {
  readonly spec?: {
    readonly hard?: Readonly<Record<string, string>>;
    readonly scopes?: readonly string[];
    readonly scopeSelector?: {
      readonly matchExpressions?: readonly {
        readonly scopeName: string;
        readonly operator: string;
        readonly values?: readonly string[];
      }[];
    };
  };
  readonly status?: {
    readonly hard?: Readonly<Record<string, string>>;
    readonly used?: Readonly<Record<string, string>>;
  };
}

/** What a single container, pod or claim of a namespace may have (core/v1). */
export interface LimitRange extends KubernetesObject {
  readonly spec: {
    readonly limits: readonly {
      readonly type: string;
      readonly min?: Readonly<Record<string, string>>;
      readonly max?: Readonly<Record<string, string>>;
      readonly default?: Readonly<Record<string, string>>;
      readonly defaultRequest?: Readonly<Record<string, string>>;
      readonly maxLimitRequestRatio?: Readonly<Record<string, string>>;
    }[];
  };
}

/** How many pods of a selection may be away at once (policy/v1). */
export interface PodDisruptionBudget extends KubernetesObject {
  readonly spec: { readonly selector?: LabelSelector };
  readonly status?: {
    readonly disruptionsAllowed?: number;
    readonly currentHealthy?: number;
    readonly desiredHealthy?: number;
    readonly observedGeneration?: number;
  };
}

/** What decides how many pods a workload has (autoscaling/v2). */
export interface HorizontalPodAutoscaler extends KubernetesObject {
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion?: string; readonly kind: string; readonly name: string };
    readonly minReplicas?: number;
    readonly maxReplicas: number;
  };
}

/** What decides requests and limits of a workload's containers (autoscaling.k8s.io/v1; a CRD that need not be there). */
export interface VerticalPodAutoscaler extends KubernetesObject {
  readonly spec: {
    readonly targetRef?: { readonly apiVersion?: string; readonly kind: string; readonly name: string };
    readonly updatePolicy?: { readonly updateMode?: string };
    readonly resourcePolicy?: {
      readonly containerPolicies?: readonly { readonly containerName?: string; readonly mode?: string }[];
    };
  };
}
