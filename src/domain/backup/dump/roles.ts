import type { Token } from './token.ts';

/** Words that stand where a role may stand, and are none. */
const notRoles = new Set(['public', 'current_user', 'session_user', 'current_role', 'default', 'none', 'with']);

const name = (token: Token | undefined): string | undefined => {
  if (token?.kind === 'quoted') return token.text;
  return token?.kind === 'word' && !notRoles.has(token.text) ? token.text : undefined;
};

const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.text);

/** The names that follow, separated by commas. */
function listFrom(tokens: readonly Token[], from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; ; at += 2) {
    const role = name(tokens[at]);
    if (role !== undefined) found.push(role);
    if (tokens[at + 1]?.text !== ',') return found;
  }
}

/** Whether a list of roles begins after this token. */
function introduces(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.kind !== 'word' || token.depth > 0) return false;
  switch (token.text) {
    case 'to':
      return isWord(tokens[0], 'grant', 'alter', 'create') && !isWord(before, 'rename', 'set');
    case 'from':
      return isWord(tokens[0], 'revoke') || (isWord(tokens[0], 'alter') && isWord(tokens[1], 'default'));
    case 'role':
    case 'user':
      return isWord(before, 'for') || (at === 1 && isWord(tokens[0], 'alter', 'create', 'set'));
    case 'authorization':
      return true;
    default:
      return false;
  }
}

/**
 * The roles that a statement of a dump names: OWNER TO, GRANT … TO, REVOKE … FROM, FOR ROLE, CREATE SCHEMA AUTHORIZATION,
 * CREATE POLICY … TO, ALTER ROLE. Without those that stand for another (PUBLIC, CURRENT_USER).
 */
export function findRoles(tokens: readonly Token[]): readonly string[] {
  const found = tokens.flatMap((_, at) => (introduces(tokens, at) ? listFrom(tokens, at + 1) : []));
  return [...new Set(found)];
}
