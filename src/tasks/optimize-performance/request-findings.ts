import { fieldsBefore } from '../../domain/capacity/resource-fields.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { rightSize, type SizingRules, tooLittle } from '../../domain/usage/right-size.ts';
import { type Scaling, useLines } from '../../domain/usage/use-words.ts';
import type { Inputs } from './inputs.ts';
import type { UsedWorkload } from './observe.ts';

/** Only what is clearly off is worth a line here; rightsize-resources goes by its own inputs. */
const rules: SizingRules = { margin: 0.2, cpuPercentile: 'p95', leastChange: 0.5 };
const fewestSamples = 20;

/** What a workload asks for against what it used, where that is far apart and known for long enough. */
export function requestFindings({ target, use }: UsedWorkload, inputs: Inputs, scaling: Scaling): readonly Finding[] {
  const { kind, workload } = target;
  const subject = workloadWord(kind, workload.metadata.name);
  if (use.use === undefined) return [];
  if (tooLittle(use.use, { spanMs: inputs['minimum-history'], samples: fewestSamples }) !== undefined) return [];
  const { spec } = workload.spec.template;
  return spec.containers.flatMap((container): readonly Finding[] => {
    const own = use.use?.containers.find((one) => one.container === container.name);
    const to = own === undefined ? {} : rightSize(container, own, rules);
    if (own === undefined || use.use === undefined || Object.keys(to).length === 0) return [];
    const before = fieldsBefore(spec, { [container.name]: to })[container.name] ?? {};
    const words = Object.entries(to).map(
      ([field, value]) => `${field} ${before[field as keyof typeof before] ?? 'not set'} → ${value}`,
    );
    return [
      {
        code: 'requests-off',
        severity: 'info',
        subject: `${subject}, container ${container.name}`,
        title: 'what the container asks for is far from what it uses',
        evidence: `${words.join(', ')} would fit; ${useLines({ ...use.use, containers: [own] }, spec, scaling).join('; ')}`,
        next: 'gh workflow run dispatch.yml -f task=rightsize-resources, which asks for an approval',
      },
    ];
  });
}
