import { leverAan } from '../aanleveren/aanleveren.js';
import { GEBRUIK } from '../aanleveren/argumenten.js';
import { leesOmgeving } from '../aanleveren/omgeving.js';
import type { CliOpdracht } from '../opdracht.js';

/** For the list of commands; `main` runs it without anything of the server. */
export const aanleveren: CliOpdracht = {
  gebruik: GEBRUIK,
  voerUit: (argumenten) => leverAan(argumenten, leesOmgeving()),
};
