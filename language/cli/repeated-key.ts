/**
 * The first entry that an object of a JSON text states twice, by its name; undefined when there is none. A reader of JSON silently takes the
 * last of them, and which of two amounts was meant is not ours to choose. INVARIANT: the text is JSON.
 */
export function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let begins = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
        open.push(new Set());
        begins = true;
        break;
      case '[':
        open.push(undefined);
        begins = false;
        break;
      case '}':
      case ']':
        open.pop();
        begins = false;
        break;
      case ',':
        begins = open.at(-1) !== undefined;
        break;
      case '"': {
        const from = at;
        for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
        if (!begins) break;
        begins = false;
        // Two spellings of one name, with and without escapes, are one name.
        const key: unknown = JSON.parse(text.slice(from, at + 1));
        const known = open.at(-1);
        if (typeof key !== 'string' || known === undefined) break;
        if (known.has(key)) return key;
        known.add(key);
        break;
      }
      default:
    }
  }
  return undefined;
}
