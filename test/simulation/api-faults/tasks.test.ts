import { ofTheTask, withEveryFault } from './every-call.ts';
import { cleaning, health, rotation } from './scenarios.ts';

for (const scenario of [cleaning, rotation, health]) withEveryFault(scenario, 'every call of its own', ofTheTask);
