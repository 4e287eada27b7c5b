import type { Finding } from '../../domain/finding/finding.ts';
import { connectionsOf } from '../../domain/network/connections.ts';
import type { StepKind } from '../../domain/step/kinds.ts';
import type { JudgeContext } from './check.ts';

/** An area that only a probe can show. */
export interface ProbedArea {
  readonly area: string;
  /** The step that shows it. */
  readonly kind: StepKind;
  /** Whether a finding of that step is about this area. */
  readonly concerns: (finding: Finding) => boolean;
  /** Why looking takes a change. */
  readonly why: string;
}

const ofConnections = ({ code }: Finding): boolean => code.startsWith('connection-');

/** The areas that the probes are for; connections are none where the configuration names none. */
export function probedAreas({ platform }: Pick<JudgeContext, 'platform'>): readonly ProbedArea[] {
  const connections: ProbedArea = {
    area: 'network from inside',
    kind: 'probe-network',
    concerns: ofConnections,
    why: 'looking takes a pod that connects to what the platform needs',
  };
  return [
    {
      area: 'dns',
      kind: 'probe-network',
      concerns: (finding) => !ofConnections(finding),
      why: 'looking takes a pod that asks for names',
    },
    ...(connectionsOf(platform).length === 0 ? [] : [connections]),
    {
      area: 'database writes',
      kind: 'probe-database-write',
      concerns: () => true,
      why: 'looking takes a write, which is rolled back',
    },
  ];
}
