import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';
import { stepTable, verdictTable } from './documents.ts';

/** A finding as its source declares it: the code, and the fixed words of its titles. */
export interface DeclaredFinding {
  readonly code: string;
  readonly titles: readonly string[];
}

/** Functions that make a finding of its code, and of its title among the other arguments. */
const makers = '(?:finding|unknown|unknownFinding|warn|notSeen)';
const written = /\bcode: '([a-z][a-z-]*)'((?:(?!\bcode: ')[\s\S]){0,600})/g;
const made = new RegExp(`\\b${makers}\\(\\s*'([a-z][a-z-]*)',((?:(?!\\b${makers}\\(|\\bcode: ')[^;]){0,300})`, 'g');

/** The findings that sources declare, in the order of their codes; titles that are put together at run time are left out. */
export function findingsIn(sources: readonly string[]): readonly DeclaredFinding[] {
  const titles = new Map<string, Set<string>>();
  const note = (code: string, words: readonly string[]): void => {
    const known = titles.get(code) ?? new Set();
    for (const text of words) known.add(text);
    titles.set(code, known);
  };
  for (const source of sources) {
    for (const [, code = '', rest = ''] of source.matchAll(written)) {
      // codes of what a port answers are none: a finding has a severity or a title
      if (!/\b(?:severity|title)\b/.test(rest)) continue;
      const said = /\btitle:([\s\S]*?)(?:,\n\s*\w+[:,]|, (?:evidence|next)\b|\n\s*[}\]])/.exec(rest)?.[1] ?? '';
      note(code, sentencesIn(said));
    }
    for (const [, code = '', rest = ''] of source.matchAll(made)) note(code, titlesIn(rest));
  }
  return [...titles].map(([code, said]) => ({ code, titles: [...said] })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Texts in quotes that are more than one word. */
const sentencesIn = (source: string): readonly string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)+)'/g)]
    .map(([, text = '']) => text.replaceAll("\\'", "'"))
    .filter((text) => text.includes(' '));

/** The title is the first argument that is a sentence, or a choice between two; one that is put together hides what follows. */
function titlesIn(rest: string): readonly string[] {
  for (const { 0: text, index } of rest.matchAll(/'(?:[^'\\\n]|\\.)*'|`/g)) {
    if (text === '`') return [];
    if (!text.includes(' ')) continue;
    const [, other = ''] = /^ *\n? *: ('(?:[^'\\\n]|\\.)*')/.exec(rest.slice(index + text.length)) ?? [];
    return sentencesIn(`${text} ${other}`);
  }
  return [];
}

/** Every source under some folders of `src`. */
export function sourcesUnder(root: string, ...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const names = readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' }).sort();
    return names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, 'src', folder, name), 'utf8'));
  });
}

/** The sources of a task and of the steps that it may plan, with whatever they import. */
export function sourcesOf(root: string, { id, steps }: Pick<TaskDeclaration, 'id' | 'steps'>): readonly string[] {
  const seen = new Map<string, string>();
  const kinds = readdirSync(join(root, 'src/steps'), { recursive: true, encoding: 'utf8' })
    .filter((name) => steps.some((kind) => basename(name) === `${kind}.ts`))
    .map((name) => join(root, 'src/steps', name));
  const left = [join(root, `src/tasks/${id}/index.ts`), ...kinds];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file)) continue;
    const source = readFileSync(file, 'utf8');
    seen.set(file, source);
    for (const [, path = ''] of source.matchAll(/^(?:import|export|\})[^;']*? from '(\.[^']+)';$/gm)) {
      left.push(join(dirname(file), path));
    }
  }
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}

const findingTable = (findings: readonly DeclaredFinding[]): readonly string[] => [
  '| finding | what it says |',
  '|---|---|',
  ...findings.map(
    ({ code, titles }) =>
      `| <a id="${code}"></a>\`${code}\` | ${titles.length === 0 ? 'its title in the report says it' : titles.join('<br>').replaceAll('|', '\\|')} |`,
  ),
];

/** `docs/runbooks/<id>.md`: what somebody needs whom a finding of this task has woken. */
export function runbook(task: TaskDeclaration, findings: readonly DeclaredFinding[]): string {
  const dispatch = `gh workflow run dispatch.yml -f task=${task.id} -f mode=plan -f reason='look again'`;
  return `<!-- Written by \`npm run sync\` from the declaration and the sources of the task. Do not edit. -->
# ${task.id}

${task.description}

1. Find the finding below by its code (one that is not here: [of more than one task](findings.md)), and type the command under **next** in the report.
2. When it is mended, look again. This changes nothing: \`${dispatch}\`
3. A run was cut off, or something was left, refused, frozen or in quarantine: [where a person must decide](README.md).

## Verdicts

${verdictTable(task).join('\n')}

## What it changes

${stepTable(task).join('\n')}

## Findings

${findings.length === 0 ? 'It has none of its own.' : findingTable(findings).join('\n')}

Inputs, rights and commands: [actions/${task.id}](../../actions/${task.id}/README.md).
`;
}

/** `docs/runbooks/findings.md`: what every task, and what stands around tasks, can find. */
export function sharedRunbook(findings: readonly DeclaredFinding[]): string {
  return `<!-- Written by \`npm run sync\` from the sources. Do not edit. -->
# Findings of more than one task

What shared readings, steps, the conductor, recovery and \`watch\` can find. What to do stands in the report under **next**;
[where a person must decide](README.md).

${findingTable(findings).join('\n')}
`;
}
