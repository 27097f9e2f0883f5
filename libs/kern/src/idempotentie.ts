import { DomeinFout } from './fout.js';

/**
 * The `Idempotency-Key` of a request; null without one.
 * @param koppen the headers, with names in lower case
 * @throws DomeinFout `idempotentieSleutelOngeldig`
 */
export function leesIdempotentieSleutel(
  koppen: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | null {
  const waarde = koppen['idempotency-key'];
  if (waarde === undefined || waarde === '') return null;
  if (typeof waarde === 'string' && /^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(waarde)) return waarde;
  throw new DomeinFout(
    'ongeldig',
    'idempotentieSleutelOngeldig',
    'De Idempotency-Key is hoogstens 255 tekens lang, zonder bijzondere tekens.',
  );
}

/** The key was used before, for something else. @param wat a «de»-word: aanlevering, controle */
export function idempotentieSleutelAnders(wat: string): DomeinFout {
  return new DomeinFout(
    'conflict',
    'idempotentieSleutelAnders',
    `Deze Idempotency-Key is al gebruikt voor een andere ${wat}. Gebruik voor elke ${wat} een eigen sleutel.`,
  );
}
