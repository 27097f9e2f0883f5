import { TransactieVerloren } from '#database';
import type { Logger } from '@nestjs/common';
import type { Claim, Mislukking } from './claims.repository.js';
import { AFGEBROKEN, DATA_ONLEESBAAR, foutCode, foutKenmerk, opdrachtFout, stapel } from './fout.js';
import { uitstelMs } from './instellingen.js';
import type { JobDefinitie } from './job.js';

/** The job could not read the data of its row. */
export class Onleesbaar extends Error {
  constructor(cause: unknown) {
    super('The data of this row is unreadable.', { cause });
    this.name = 'Onleesbaar';
  }
}

/** What is written in a row that failed, and in the log: never data, never the words of an unknown error. */
export function maakMislukking(
  job: JobDefinitie<unknown>,
  claim: Claim,
  fout: unknown,
  eersteUitstelMs: number,
  log: Logger,
): Mislukking {
  const onleesbaar = fout instanceof Onleesbaar;
  const opgegeven = onleesbaar || claim.poging >= job.maxPogingen;
  log.warn(
    `Opdracht ${claim.id} (${job.naam}), poging ${claim.poging}, ${opgegeven ? 'opgegeven' : 'wordt herhaald'}: ` +
      `${foutKenmerk(fout)}\n${stapel(fout)}`,
  );
  const reden = onleesbaar ? DATA_ONLEESBAAR : isVerbroken(fout) ? AFGEBROKEN : opdrachtFout(fout);
  return { id: claim.id, ...reden, uitstelMs: opgegeven ? null : uitstelMs(claim.poging, eersteUitstelMs) };
}

/** Whether it was the connection that failed: SQLSTATE 08 and 57P, a socket error, or pg's own words. */
function isVerbroken(fout: unknown): boolean {
  if (fout instanceof TransactieVerloren) return true;
  if (!(fout instanceof Error)) return false;
  return /^(08|57P|ECONN|EPIPE)/.test(foutCode(fout)) || fout.message.startsWith('Connection terminated');
}
