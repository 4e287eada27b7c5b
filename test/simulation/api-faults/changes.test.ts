import { aroundIt, ofTheTask, withEveryFault } from './every-call.ts';
import { updates } from './scenarios.ts';

withEveryFault(updates, 'every call of its own', ofTheTask);
withEveryFault(updates, 'every call around it', aroundIt);
