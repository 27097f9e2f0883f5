import { Binds } from '#database';
import type { Samenvoeging } from './hangtabel.js';

const NAAM = /(?<![:\w]):(regio|samenvoeging|blijft|vervalt|voorstel|nu|extra)\b/g;
const SOORT = {
  ...{ regio: 'int', samenvoeging: 'bigint', blijft: 'bigint', vervalt: 'bigint', voorstel: 'bigint' },
  ...{ nu: 'timestamptz', extra: 'jsonb' },
} as const;

/** Turns `:regio :samenvoeging :blijft :vervalt :voorstel :nu :extra` into typed binds. */
export function binden(sql: string, s: Samenvoeging, extra?: unknown): { tekst: string; waarden: unknown[] } {
  const { regioId, id, blijft, vervalt, koppelvoorstelId, nu } = s;
  const bekend = { regio: regioId, samenvoeging: id, blijft, vervalt, voorstel: koppelvoorstelId, nu };
  const waarden: Record<string, unknown> = { ...bekend, extra: JSON.stringify(extra) };
  const b = new Binds();
  const plaatsen = new Map<string, string>();
  const tekst = sql.replaceAll(NAAM, (_, naam: keyof typeof SOORT) => {
    const plaats = plaatsen.get(naam) ?? `${b.bind(waarden[naam])}::${SOORT[naam]}`;
    plaatsen.set(naam, plaats);
    return plaats;
  });
  return { tekst, waarden: b.waarden };
}
