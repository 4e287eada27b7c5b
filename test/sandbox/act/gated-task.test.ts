import { expect, test } from '@jest/globals';
import { dispatchInputs } from '../../../sandbox/act/gated-task.ts';

test.each([
  [{ mode: 'apply' }, { task: 'increase-capacity', mode: 'apply', reason: 'by hand on the sandbox' }],
  [
    { mode: 'apply', reason: 'launch', target: 'deployment/api-gateway', replicas: '5', cpu: '500m' },
    {
      task: 'increase-capacity',
      mode: 'apply',
      reason: 'launch',
      target: 'deployment/api-gateway',
      inputs: 'replicas=5; cpu=500m',
    },
  ],
])('%j', (inputs, expected) => {
  expect(dispatchInputs({ id: 'increase-capacity', inputs })).toEqual(expected);
});

test.each(['a;b', 'a\nb'])('a value that a line cannot hold is refused: %j', (value) => {
  expect(() => dispatchInputs({ id: 'x', inputs: { name: value } })).toThrow('The value of name holds');
});
