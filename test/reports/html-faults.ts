const VOID = new Set(['meta', 'input', 'br']);

/** What is wrong with a page: tags, ids, links, headings, names of controls, anything fetched. */
export function htmlFaults(html: string): readonly string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '');
  const tags = [...body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g)].map(
    ([, slash, name, attributes]) => ({
      closing: slash === '/',
      name: name!,
      attributes: attributes ?? '',
    }),
  );
  return [
    ...nestingFaults(tags),
    ...idFaults(body),
    ...headingFaults(tags),
    ...controlFaults(body),
    ...fetchFaults(html),
  ];
}

interface Tag {
  readonly closing: boolean;
  readonly name: string;
  readonly attributes: string;
}

function nestingFaults(tags: readonly Tag[]): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { closing, name } of tags) {
    if (VOID.has(name)) continue;
    if (!closing) {
      if (name === 'a' && open.includes('a')) faults.push('a link inside a link');
      open.push(name);
    } else if (open.pop() !== name) faults.push(`</${name}> closes another element`);
  }
  return open.length > 0 ? [...faults, `left open: ${open.join()}`] : faults;
}

function idFaults(body: string): string[] {
  const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const targets = [...body.matchAll(/\s(?:href="#|for=")([^"]*)"/g)].map(([, id]) => id!);
  const dangling = targets.filter((id) => !known.has(id));
  return [...twice.map((id) => `id ${id} twice`), ...dangling.map((id) => `no #${id}`)];
}

function headingFaults(tags: readonly Tag[]): string[] {
  const levels = tags
    .filter(({ closing, name }) => !closing && /^h[1-6]$/.test(name))
    .map(({ name }) => Number(name.slice(1)));
  const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1'];
  levels.forEach((level, index) => {
    if (index > 0 && level > levels[index - 1]! + 1) faults.push(`h${level} skips a level`);
  });
  return faults;
}

function controlFaults(body: string): string[] {
  const inputs = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const cells = [...body.matchAll(/<th(?![a-z])[^>]*>/g)].map(([tag]) => tag);
  const named = /aria-label="[^"]+"/;
  return [
    ...(/<html lang="(?:zh-CN|en)">/.test(body) ? [] : ['no language']),
    ...(/<main id="findings">/.test(body) ? [] : ['no main landmark']),
    ...inputs.filter((tag) => !named.test(tag)),
    ...cells.filter((tag) => !/scope="(?:col|row)"/.test(tag)),
  ];
}

function fetchFaults(html: string): string[] {
  const outside = /(?:src|href)="(?:[a-z]+:|\/\/)|url\(|@import|<link|<img|<iframe|\son[a-z]+=/i;
  const found = outside.exec(html);
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.exec(html);
  return [
    ...(found ? [`fetches or runs: ${found[0]}`] : []),
    ...(control ? ['a control character'] : []),
  ];
}
