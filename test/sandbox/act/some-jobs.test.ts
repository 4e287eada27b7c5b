import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { onlySomeJobs } from '../../../sandbox/act/some-jobs.ts';

const workflow = `
name: Two gates
jobs:
  plan:
    steps: []
  adaptive:
    needs: plan
    if: \${{ !cancelled() && needs.plan.outputs.adaptive != '' }}
    steps:
      - uses: ./actions/apply
        with:
          digest: \${{ needs.plan.outputs.adaptive }}
          other: \${{ needs.plan.outputs.perfective }}
  close:
    needs: [plan, adaptive]
    steps:
      - run: echo '\${{ needs.adaptive.outputs.verdict }}'
`;
const outputs = { plan: { adaptive: "it's" } };

test('a job by itself reads what the others put out before; what they did not put out is empty', () => {
  expect(parse(onlySomeJobs(workflow, { jobs: ['adaptive'], outputs }))).toEqual({
    name: 'Two gates',
    jobs: {
      adaptive: {
        needs: [],
        if: "${{ !cancelled() && 'it''s' != '' }}",
        steps: [{ uses: './actions/apply', with: { digest: "${{ 'it''s' }}", other: "${{ '' }}" } }],
      },
    },
  });
});

test('jobs that are started again together still wait for each other', () => {
  const { jobs } = parse(onlySomeJobs(workflow, { jobs: ['adaptive', 'close'], outputs })) as {
    jobs: Record<string, { needs: string[]; steps: unknown[] }>;
  };
  expect(Object.entries(jobs).map(([id, { needs }]) => [id, needs])).toEqual([
    ['adaptive', []],
    ['close', ['adaptive']],
  ]);
  expect(jobs.close?.steps).toEqual([{ run: "echo '${{ needs.adaptive.outputs.verdict }}'" }]);
});
