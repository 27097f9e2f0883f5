import { Transactie, type Tx } from '#database';
import { Klok, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { QueryFailedError } from 'typeorm';
import { teDruk, teVeelUploads, uploadGestopt } from '../upload.weigeringen.js';
import { BlokkenRepository } from './blokken.repository.js';
import { ontvang, type Grenzen, type Ontvangen } from './ontvangst.js';
import { Plaatsen } from './plaatsen.js';
import { UploadsRepository } from './uploads.repository.js';

/** Open uploads of one client (toegang.md 6). */
export const UPLOADS_PER_CLIENT = 2;
/** Each holds a block and what its stream buffers, some 2 MiB: memory stays bounded. */
const UPLOADS_PER_PROCES = 64;
/** Blocks that are stored at the same moment: the other requests of this process keep the rest of the connections. */
const SCHRIJVERS_PER_PROCES = 4;
/** How often a receiving process says that it lives. */
const TEKEN_MS = 30_000;

/** Where a file comes from. */
export interface Bron {
  inhoud: Readable;
  gzip: boolean;
}

/**
 * Takes a file in. Each block is stored in a short transaction of its own, so that a slow sender holds no connection; the
 * last transaction makes the delivery of them. A sender that stops leaves nothing, and neither does a process that is
 * killed: its upload is no longer renewed, and the next sweep removes it.
 */
@Injectable()
export class Opname {
  private readonly schrijvers = new Plaatsen(SCHRIJVERS_PER_PROCES);
  private bezig = 0;

  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly uploads: UploadsRepository,
    private readonly blokken: BlokkenRepository,
  ) {}

  /**
   * Stores the whole file, then runs `afronden` in the transaction that makes it count.
   * @throws DomeinFout teVeelUploads · teDruk · uploadGestopt · uploadTeTraag · bestandTeGroot · gzipKapot, or what
   * `afronden` throws; then nothing of the file is left.
   */
  async neemOp<T>(
    wie: Wie,
    bron: Bron,
    grenzen: Grenzen,
    afronden: (tx: Tx, id: string, ontvangen: Ontvangen) => Promise<T>,
  ): Promise<T> {
    if (this.bezig >= UPLOADS_PER_PROCES) throw teDruk();
    this.bezig += 1;
    try {
      const id = await this.transactie.voerUit({ wie }, (tx) =>
        this.uploads.open(tx, wie, UPLOADS_PER_CLIENT, this.klok.echteTijd()),
      );
      if (id === null) throw teVeelUploads(UPLOADS_PER_CLIENT);
      return await this.metLeven(wie, id, () => this.bewaar(wie, id, bron, grenzen, afronden));
    } finally {
      this.bezig -= 1;
    }
  }

  private async bewaar<T>(
    wie: Wie,
    id: string,
    bron: Bron,
    grenzen: Grenzen,
    afronden: (tx: Tx, id: string, ontvangen: Ontvangen) => Promise<T>,
  ): Promise<T> {
    const opBlok = (blok: Buffer, nr: number): Promise<void> => this.schrijf(wie, id, nr, blok);
    const ontvangen = await ontvang(bron.inhoud, bron.gzip, opBlok, grenzen);
    return this.transactie.voerUit({ wie }, async (tx) => {
      if (!(await this.uploads.maakKlaar(tx, wie.regioId, id))) throw uploadGestopt();
      return afronden(tx, id, ontvangen);
    });
  }

  private async schrijf(wie: Wie, id: string, volgnummer: number, blok: Buffer): Promise<void> {
    try {
      await this.schrijvers.metPlaats(() =>
        this.transactie.voerUit({ wie }, async (tx) => {
          await this.blokken.uitgesteldDuurzaam(tx);
          await this.blokken.schrijf(tx, wie.regioId, id, volgnummer, blok);
        }),
      );
    } catch (fout) {
      throw isOpgeruimd(fout) ? uploadGestopt() : fout;
    }
  }

  /** Renews the upload while it runs, and removes it when it fails. */
  private async metLeven<T>(wie: Wie, id: string, werk: () => Promise<T>): Promise<T> {
    const teken = setInterval(() => {
      this.transactie
        .voerUit({ wie }, (tx) => this.uploads.leeft(tx, wie.regioId, id, this.klok.echteTijd()))
        .catch(() => undefined);
    }, TEKEN_MS).unref();
    try {
      return await werk();
    } catch (fout) {
      // Should this fail as well, the sweep does it.
      await this.transactie
        .voerUit({ wie }, (tx) => this.uploads.verwijder(tx, wie.regioId, id))
        .catch(() => undefined);
      throw fout;
    } finally {
      clearInterval(teken);
    }
  }
}

/** The sweep took this upload for gone, and its place for the blocks with it. */
function isOpgeruimd(fout: unknown): boolean {
  const oorzaak: unknown = fout instanceof QueryFailedError ? fout.driverError : undefined;
  return oorzaak instanceof Error && 'constraint' in oorzaak && oorzaak.constraint === 'aanlevering_blok_upload';
}
