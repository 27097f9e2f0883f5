import { ROLLEN } from '#kern';
import type { Route } from '#toegang';

const KOP = `# Who may call what

Made from the routes themselves by \`npm run openapi\`; a test fails when it is stale. Whether a route may be called is
one thing; which rows it then shows follows from need-to-know, written once in \`libs/toegang/src/zichtbaar.sql.ts\`.
A route without a rule refuses the boot.

| route | who | what they see or may do |
|---|---|---|
`;

/** docs/toegang.md: every route with its access rule. */
export function toegangslijst(routes: readonly Route[]): string {
  const rijen = routes.map((r) => {
    const pad = r.pad.startsWith('/api/') || r.pad === '/' ? r.pad : `/api/v1${r.pad}`;
    return `| \`${r.methode} ${pad.replace(/:(\w+)/g, '{$1}')}\` | ${wie(r)} | ${(r.regel?.uitleg ?? '').replaceAll('|', '\\|')} |\n`;
  });
  return `${KOP}${rijen.join('')}`;
}

function wie({ regel }: Route): string {
  if (regel === undefined) return '**no rule**';
  if (regel.rollen === 'openbaar') return 'everyone, without a token';
  if (regel.rollen === 'aangemeld') return 'everyone with an account';
  return ROLLEN.filter((rol) => regel.rollen.includes(rol)).join(', ');
}
