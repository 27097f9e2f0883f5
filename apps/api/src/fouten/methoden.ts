import type { Route } from '#toegang';

const BASIS = '/api/v1';

/** With which methods this path exists, so that a wrong method is 405 and not 404. */
export function methodenVan(routes: readonly Route[], pad: string): string[] {
  const passend = routes.filter((r) => past(r.pad, pad) || past(`${BASIS}${r.pad}`, pad));
  return [...new Set(passend.map((r) => r.methode))].sort();
}

function past(patroon: string, pad: string): boolean {
  const verwacht = patroon.split('/');
  const gekregen = pad.split('/');
  return (
    verwacht.length === gekregen.length &&
    verwacht.every((deel, i) => (deel.startsWith(':') ? gekregen[i] !== '' : deel === gekregen[i]))
  );
}
