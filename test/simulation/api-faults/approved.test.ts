import { ofTheTask, withEveryFault } from './every-call.ts';
import { increase } from './scenarios.ts';

withEveryFault(increase, 'every call of its own', ofTheTask);
