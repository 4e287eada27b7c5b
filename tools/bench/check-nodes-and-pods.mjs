// One whole process that makes the Kubernetes checks of check-health (nodes, workloads, all pods, storage), by the compiled task.
import { connectKubernetes } from '../../build/adapters/kubernetes/connect.js';
import { defaultConfiguration } from '../../build/domain/configuration/read.js';
import { calendarOf } from '../../build/domain/configuration/windows.js';
import { parseInputs } from '../../build/domain/task/inputs.js';
import { systemClock } from '../../build/runtime/clock.js';
import { nodes } from '../../build/tasks/check-health/checks/nodes.js';
import { pods } from '../../build/tasks/check-health/checks/pods.js';
import { workloads } from '../../build/tasks/check-health/checks/workloads.js';
import task from '../../build/tasks/check-health/index.js';

const configuration = defaultConfiguration({});
const { inputs } = parseInputs(task.inputs, {});
const cluster = await connectKubernetes({
  kubeconfig: process.env.KUBECONFIG,
  clock: systemClock,
  random: Math.random,
});
const now = systemClock.now();
const started = performance.now();
const shared = {
  platform: configuration.platform,
  thresholds: configuration.thresholds,
  calendar: calendarOf(configuration),
  now,
};
const context = {
  ...shared,
  ports: { cluster },
  signal: new AbortController().signal,
  pause: systemClock.sleep,
  progress: () => undefined,
};
const lines = await Promise.all(
  [nodes, workloads, pods].map(
    async (check) => check.judge(await check.observe(context, inputs), { ...shared, inputs }).line,
  ),
);
console.log(JSON.stringify({ inProcessMs: performance.now() - started, lines }));
await cluster.close();
