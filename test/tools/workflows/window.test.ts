import { expect, test } from '@jest/globals';
import { orderTasks } from '../../../src/domain/conduct/order.ts';
import { type WindowName, windowNames } from '../../../src/domain/task/declaration.ts';
import { loadAllTasks } from '../../../src/tasks/registry.ts';
import { own } from '../../../tools/sync/workflows/parts.ts';
import { windowWorkflow } from '../../../tools/sync/workflows/window.ts';

test.each<[WindowName]>([['daily'], ['weekly']])(
  'the %s workflow has a step for every preventive task of its own and of each window that it may absorb, in order',
  async (window) => {
    const tasks = await loadAllTasks();
    const within = windowNames.slice(0, windowNames.indexOf(window) + 1);
    const due = orderTasks(
      tasks.filter(({ windows, type }) => type === 'preventive' && windows.some((each) => within.includes(each))),
    );
    const text = windowWorkflow(window, tasks, own);
    const steps = [...text.matchAll(/^ {8}id: (.+)$/gm)].map(([, id]) => id);
    expect(steps.filter((id) => id !== 'conduct' && !id?.endsWith('-before'))).toEqual(due.map(({ id }) => id));
  },
);
