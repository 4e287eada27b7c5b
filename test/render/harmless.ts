import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Tags and comments that our own rendering writes. */
const ours = /<\/?(?:details|summary|code|sub)>|<br>|<!-- -->|<span>\$<\/span>/g;
/** Stands where one of them was, so that its neighbours stay apart. */
const apart = '\ue000';

const dangers: readonly (readonly [string, RegExp])[] = [
  ['HTML', /<[a-z!/?]/i],
  ['a link or an image', /(?<!\\)\]\(/],
  ['a mention', /(?:^|[^\w\\`])@\w/],
  ['a reference', /(?:^|[\s(])#\d|\bGH-\d/i],
  ['an automatic link', /\b(?:https?|ftp):\/\/|\bwww\./i],
  ['what does not show', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/],
  ['a code block', /^\s*(?:```|~~~)/],
];

/** What in a Markdown text of ours is more than text: the danger, and where. Code spans are taken as GitHub cuts them. */
export function unsafeMarkdown(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line, index) => {
    const text = line
      .replace(/`[^`]*`/g, apart)
      // GitHub looks for references outside code, however it is written
      .replace(/<code>[^<]*<\/code>/g, (code) => code.replace(/GH-/gi, apart))
      .replace(ours, apart);
    return dangers.flatMap(([name, pattern]) => {
      const at = pattern.exec(text)?.index;
      return at === undefined ? [] : [`line ${index + 1}: ${name}: ${text.slice(Math.max(0, at - 30), at + 60)}`];
    });
  });
}

const commands = /^::(?:(?:group|endgroup)::|(?:error|warning|notice) title=[^:,\r\n]*::|add-mask::.{4})/;

/** Lines of a log that a runner would take for a command although it is none of ours. */
export function foreignCommands(log: string): readonly string[] {
  return log
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .filter((line) => (/^\s*::/.test(line) && !commands.test(line)) || line.includes('##['));
}

/** The forms of a secret that appear in a text; a command that masks it is what it is for. */
export function secretForms(text: string, secret: string): readonly string[] {
  const shown = text.replace(/^::add-mask::.*$/gm, '');
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [...new Set([secret, base64, encodeURIComponent(secret)])].filter((form) => shown.includes(form));
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')),
);

/** What the published schema has against a report. */
export function schemaErrors(report: unknown): readonly string[] {
  return validate(report) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
