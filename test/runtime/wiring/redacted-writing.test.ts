import { expect, test } from '@jest/globals';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { redactedWriting } from '../../../src/runtime/wiring/redacted-writing.ts';
import { FakeForge } from '../../fakes/forge/fake-forge.ts';

test('no secret gets into an issue, a reply or a comment', async () => {
  const forge = new FakeForge();
  const redactor = new Redactor();
  redactor.add('correct-horse');
  const writing = redactedWriting(forge, redactor);
  const { number } = await writing.openIssue({
    title: 'with correct-horse',
    body: 'and correct-horse',
    labels: ['ours'],
    assignees: [],
  });
  await writing.reply(number, 'answer: correct-horse');
  await writing.keepComment(number, '<!-- ours -->', 'kept: correct-horse');
  await writing.keepComment(number, '<!-- ours -->', `kept again: ${Buffer.from('correct-horse').toString('base64')}`);
  expect(forge.issues).toMatchObject([{ title: 'with ***', body: 'and ***' }]);
  expect(forge.allComments.map(({ body }) => body)).toEqual(['answer: ***', '<!-- ours -->\nkept again: ***']);
  await writing.updateIssue(number, { body: 'now correct-horse', isOpen: false });
  expect(forge.issues).toMatchObject([{ body: 'now ***', isOpen: false }]);
});
