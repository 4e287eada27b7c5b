import { describe, expect, test } from '@jest/globals';
import { readConfigurationDocuments, schemaFault } from '../../../src/domain/backup/manifest-documents.ts';
import { differingFields } from '../../../src/domain/kubernetes/drift.ts';

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';

describe('documents of a configuration backup', () => {
  test('every document and every item of a list, without what the server keeps', () => {
    const text = `${settings}  uid: x\n  resourceVersion: "7"\nstatus: {}\n---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a, namespace: b}}\n`;
    const { documents, faults } = readConfigurationDocuments(text);
    expect(faults).toEqual([]);
    expect(documents.map(({ kind, name, namespace }) => [kind, name, namespace])).toEqual([
      ['ConfigMap', 'settings', undefined],
      ['Service', 'a', 'b'],
    ]);
    expect(documents[0]?.object).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  });

  test.each<[string, string, RegExp]>([
    ['no YAML', 'a: b: c\n', /not YAML/],
    ['a key twice', 'a: 1\na: 2\n', /not YAML/],
    ['a tag', '!!js/function x\n', /tags|no Kubernetes object/],
    ['no object', '- 1\n- 2\n', /no Kubernetes object/],
    ['no kind', 'metadata: {name: a}\n', /no apiVersion and kind/],
    ['no name', 'apiVersion: v1\nkind: Secret\n', /without a name/],
    ['many aliases', `a: &a x\nb: [${Array.from({ length: 60 }, () => '*a').join(', ')}]\n`, /aliases/],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array.from({ length: 7 }, () => `*${'abcdefg'[index]}`).join(',')}]`)
        .join('\n')}\n`,
      /aliases/,
    ],
  ])('%s is a fault, and the next document is read', (_, text, says) => {
    const { documents, faults } = readConfigurationDocuments(`${text}---\n${settings}`);
    expect(faults).toMatchObject([{ number: 1, says: expect.stringMatching(says) }]);
    expect(documents).toHaveLength(1);
  });

  test.each<[string, string, RegExp | undefined]>([
    ['a Secret', 'kind: Secret\ndata: {a: aGVsbG8=}\n', undefined],
    ['a Secret with a value that is no base64', 'kind: Secret\ndata: {a: "not base64!"}\n', /base64/],
    ['a Secret with numbers', 'kind: Secret\ndata: {a: 1}\n', /no texts/],
    ['a role', 'kind: Role\nrules: [{verbs: [get]}]\n', undefined],
    ['a rule without verbs', 'kind: ClusterRole\nrules: [{}]\n', /no verbs/],
    ['a binding', 'kind: RoleBinding\nroleRef: {kind: Role, name: a}\n', undefined],
    ['a binding without a role', 'kind: ClusterRoleBinding\n', /no role/],
  ])('by schema alone: %s', (_, text, fault) => {
    const [document] = readConfigurationDocuments(`apiVersion: x/v1\nmetadata: {name: a}\n${text}`).documents;
    const says = schemaFault(document as NonNullable<typeof document>);
    if (fault === undefined) expect(says).toBeUndefined();
    else expect(says).toMatch(fault);
  });
});

test('drift is named by its fields, and what the server keeps is none', () => {
  const live = {
    metadata: { name: 'a', uid: '1', labels: { x: 'y' } },
    spec: { replicas: 3, list: [{ a: 1 }] },
    status: { ready: 1 },
  };
  const wanted = {
    metadata: { name: 'a', uid: '2', labels: { x: 'z' } },
    spec: { replicas: 2, list: [{ a: 1 }] },
    status: {},
  };
  expect(differingFields(live, wanted)).toEqual(['.spec.replicas', '.metadata.labels.x']);
  expect(differingFields(live, { ...live, status: {} })).toEqual([]);
  expect(differingFields(live, { ...live, spec: { replicas: 3, list: [] } })).toEqual(['.spec.list']);
});
