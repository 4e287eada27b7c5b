/** Faults of capacity: how the weeks before the sandbox went, as its Prometheus tells them. */
import type { CourseName } from '../platform/programs/capacity-history/course.ts';
import { setVariable, setVariableBack } from './changes.ts';
import { type Fault, leads } from './fault.ts';

const WORKLOAD = 'monitoring-stack';
const VARIABLE = 'CAPACITY_COURSE';

/** Another past: Prometheus starts anew with it. The database's volume itself is as it was. */
function otherPast(title: string, course: CourseName, verdict: 'warn' | 'fail'): Fault {
  return {
    title,
    leadsTo: leads(`analyze-capacity: ${verdict}`),
    break: (context) => setVariable(context, WORKLOAD, VARIABLE, course),
    mend: (context) => setVariableBack(context, WORKLOAD, VARIABLE),
  };
}

/** Faults of capacity, by name. */
export const capacityFaults = {
  'capacity-running-out': otherPast("the database's volume has been filling for three months", 'growing', 'warn'),
  'capacity-outgrown': otherPast("the database's volume has grown beyond its scaling threshold", 'exhausted', 'fail'),
} satisfies Record<string, Fault>;
