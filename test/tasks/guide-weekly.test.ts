import { expect, test } from '@jest/globals';
import { loadAllTasks } from '../../src/tasks/registry.ts';
import { due } from '../domain/conduct/situations.ts';

/** The guide's weekly tasks (§2.2): id here, priority, minutes, and the guide's name of what each depends on. */
const weekly = [
  ['security_updates', 'high', 60, []],
  ['performance_optimization', 'medium', 45, ['security_updates']],
  ['backup_validation', 'high', 30, []],
  ['certificate_management', 'high', 20, []],
  ['capacity_analysis', 'medium', 30, ['performance_optimization']],
] as const;

test.each(weekly)(
  '%s has the priority, the estimate and the dependencies of the guide',
  async (name, priority, minutes, needs) => {
    const tasks = await loadAllTasks();
    const of = (guide: string) => tasks.find((task) => task.guide.includes(guide) && task.windows.includes('weekly'));
    const task = of(name);
    expect(task).toMatchObject({ priority, estimateMs: minutes * 60_000 });
    expect(task?.needs).toEqual(expect.arrayContaining(needs.map((need) => of(need)?.id)));
  },
);

test('all of them fit into the weekly window, with the daily ones that it absorbs', async () => {
  const catalogue = await loadAllTasks();
  const decision = due({ now: '2026-11-29T02:07:00Z', trigger: { window: 'weekly' }, catalogue });
  const wanted = catalogue.flatMap(({ id, windows }) => (windows.length > 0 ? [id] : []));
  expect([...decision.due].sort()).toEqual(wanted.sort());
  expect(decision.notDue).toEqual([]);
});
