/** A part of a text that may have to be shorter: as it is, or a table with as many of its rows as fit. */
export type Section = string | Rows;

/** Rows of which the first are the most important. */
export interface Rows {
  readonly count: number;
  /** The section with its first rows, `left` of them left out. */
  readonly withRows: (shown: number, left: number) => string;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Sections in order while they fit into so many bytes. Of the first that does not fit as many rows stay as fit, the least
 * important going first; then the text ends with a sentence that says so. Empty sections are left out.
 */
export function fitted(sections: readonly Section[], limit: number, sorry: string): string {
  let text = '';
  const added = (section: string) => (text === '' || section === '' ? text + section : `${text}\n\n${section}`);
  const fits = (section: string) => bytesOf(added(section)) + bytesOf(sorry) + 4 <= limit;
  for (const section of sections) {
    const whole = wholeOf(section);
    if (!fits(whole)) return `${added(shortened(section, fits))}\n\n${sorry}\n`;
    text = added(whole);
  }
  return `${text}\n`;
}

function wholeOf(section: Section): string {
  if (typeof section === 'string') return section;
  return section.count === 0 ? '' : section.withRows(section.count, 0);
}

/** The section with the most rows that fit; nothing of it where not even one does. */
function shortened(section: Section, fits: (text: string) => boolean): string {
  if (typeof section === 'string') return '';
  const { count, withRows } = section;
  let [most, tooMany] = [0, count];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(withRows(middle, count - middle))) most = middle;
    else tooMany = middle;
  }
  return most === 0 ? '' : withRows(most, count - most);
}
