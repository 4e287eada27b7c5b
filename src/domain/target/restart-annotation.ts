/** The annotation of a workload's template by which its pods are made anew; its value names the plan that asked for it. */
export const restartAnnotation = 'rooivalk.maintenance/restarted-by';
