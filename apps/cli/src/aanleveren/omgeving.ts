/** What this command reads from its surroundings, besides its arguments. */
export interface Omgeving {
  variabelen: Readonly<Record<string, string | undefined>>;
  /** Against which file names resolve: npm runs a command in the folder of its project, and keeps the caller's here. */
  map: string;
}

export function leesOmgeving(): Omgeving {
  // oxlint-disable-next-line node/no-process-env -- because this command runs alone on a school's machine: libs/config belongs to the server and would bring all of it along
  const variabelen = { ...process.env };
  return { variabelen, map: variabelen['INIT_CWD'] ?? process.cwd() };
}
