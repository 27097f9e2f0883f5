import type { Tx } from '#database';
import { contactBijwerken } from './contact.sql.js';
import { doe } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';

/**
 * Writes how to reach the candidates of this file and their parents, where it really differs. A column that the file does
 * not have says nothing; one that is empty takes away what this school said before, unless the file only adds. Follow-on rows leave nothing.
 */
export async function werkContactenBij(tx: Tx, staat: Verwerkstaat): Promise<void> {
  const { contact = [], aanvulling = false } = staat;
  if (contact.length > 0) await doe(tx, staat, contactBijwerken(contact, aanvulling));
}
