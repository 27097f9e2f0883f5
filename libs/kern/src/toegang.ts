import type { Rol } from './wie.js';

/**
 * The access rule of one route. It lives here, below every lib, so that also organisaties and wachtrij can guard their
 * routes; the guard that reads it is toegang's. A route without a rule refuses the boot.
 */
export interface Toegangsregel {
  /** Who may call: anyone, whoever is logged in, or one of these roles. What they see is narrowed in the query. */
  rollen: 'openbaar' | 'aangemeld' | readonly Rol[];
  /** One English sentence for docs/toegang.md: what the asker sees or may do here. */
  uitleg: string;
}

export const TOEGANG = Symbol.for('sluitend:toegang');

/** Declares who may call this route (decorator on a controller method). */
export function Toegang(regel: Toegangsregel): MethodDecorator {
  return (_doel, _naam, beschrijving) => {
    if (typeof beschrijving.value === 'function') Reflect.set(beschrijving.value, TOEGANG, regel);
  };
}

/** The access rule of a controller method, or undefined when it has none. */
export function toegangsregelVan(methode: object): Toegangsregel | undefined {
  const regel: unknown = Reflect.get(methode, TOEGANG);
  return regel as Toegangsregel | undefined;
}
