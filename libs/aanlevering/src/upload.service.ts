import { Transactie, type Tx } from '#database';
import { idempotentieSleutelAnders, Klok, scholenVan, schooljaarVan, type Datum, type Wie } from '#kern';
import { Opdrachten } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { QueryFailedError } from 'typeorm';
import { aanleveringNietGevonden, type Modus } from './aanlevering.js';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';
import { verwerkAanlevering } from './jobs/verwerk.job.js';
import type { Formaat } from './formaten/formaat.js';
import { HerstelVragen } from './herstel/herstel.vragen.js';
import { keurHerstel } from './herstel/herstel.weigeringen.js';
import type { Tekenset } from './lezer/regels.js';
import { GRENZEN, type Grenzen } from './opslag/ontvangst.js';
import { Opname } from './opslag/opname.service.js';
import { peildatumOuder, peildatumToekomst, schoolNietVanU } from './upload.weigeringen.js';

/** A file that is being sent. */
export interface Upload {
  school: string;
  peildatum: Datum;
  modus: Modus;
  tekenset: Tekenset;
  /** As the sender named it; null: the content tells. */
  formaat: Formaat | null;
  gzip: boolean;
  idempotentieSleutel: string | null;
  /** The delivery of which this file repairs rows. */
  herstelVan: string | null;
  inhoud: Readable;
}

/** What a file that repairs rows says itself. */
export type Herstelbestand = Pick<Upload, 'tekenset' | 'gzip' | 'idempotentieSleutel' | 'inhoud'>;

/** The delivery, and whether this upload made it or it was there already. */
export interface UploadUitkomst {
  id: string;
  nieuw: boolean;
}

/** Stores what a school sends. The file is either completely and durably there, or not at all. */
@Injectable()
export class UploadService {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: AanleveringenRepository,
    private readonly vragen: AanleveringVragen,
    private readonly opname: Opname,
    private readonly opdrachten: Opdrachten,
    private readonly herstelVragen: HerstelVragen,
  ) {}

  /**
   * @throws DomeinFout schoolNietVanU · peildatumToekomst · peildatumOuder · idempotentieSleutelAnders ·
   * teVeelUploads · teDruk · bestandTeGroot · gzipKapot · uploadGestopt · uploadTeTraag
   */
  async ontvang(wie: Wie, upload: Upload, grenzen: Grenzen = GRENZEN): Promise<UploadUitkomst> {
    if (!scholenVan(wie, 'aanleveraar').includes(upload.school)) throw schoolNietVanU();
    if (upload.peildatum > this.klok.vandaag()) throw peildatumToekomst();
    const bestaand = await this.transactie.voerUit({ wie }, (tx) => this.keurVooraf(tx, wie, upload));
    if (bestaand !== null) return { id: bestaand, nieuw: false };
    const ontvangst: { sha256?: Buffer } = {};
    try {
      return { id: await this.bewaar(wie, upload, grenzen, ontvangst), nieuw: true };
    } catch (fout) {
      const eerder = isDubbel(fout) ? await this.zoekEerdere(wie, upload, ontvangst.sha256) : null;
      if (eerder === null) throw fout;
      return { id: eerder, nieuw: false };
    }
  }

  /**
   * Takes in a file that holds repaired rows of a processed delivery: mutaties of the same school and peildatum.
   * @throws DomeinFout nietGevonden, as `keurHerstel` and as `ontvang`
   */
  async herstel(wie: Wie, id: string, bestand: Herstelbestand, grenzen?: Grenzen): Promise<UploadUitkomst> {
    const origineel = await this.transactie.voerUit({ wie }, (tx) => this.herstelVragen.origineel(tx, wie.regioId, id));
    if (origineel === null || !scholenVan(wie, 'aanleveraar').includes(origineel.school))
      throw aanleveringNietGevonden();
    const { school, peildatum } = origineel;
    return this.ontvang(
      wie,
      { ...bestand, school, peildatum, modus: 'mutaties', formaat: null, herstelVan: id },
      grenzen,
    );
  }

  /** What can be refused or answered before a byte is read. */
  private async keurVooraf(tx: Tx, wie: Wie, upload: Upload): Promise<string | null> {
    if (!(await this.vragen.schoolBestaat(tx, wie.regioId, upload.school))) throw schoolNietVanU();
    const bestaand = await this.zoekSleutel(tx, wie, upload);
    if (bestaand !== null) return bestaand;
    // The same bytes may come again whatever came after them; only reading them tells whether these are.
    if (!(await this.vragen.kanHerhalingZijn(tx, wie.regioId, upload))) await this.keurVolgorde(tx, wie, upload);
    return null;
  }

  private async keurVolgorde(tx: Tx, wie: Wie, { school, peildatum, herstelVan }: Upload): Promise<void> {
    if (herstelVan !== null) {
      const origineel = await this.herstelVragen.origineel(tx, wie.regioId, herstelVan);
      if (origineel === null) throw aanleveringNietGevonden();
      return keurHerstel(origineel);
    }
    const nieuwste = await this.vragen.nieuwstePeildatum(tx, wie.regioId, school);
    if (nieuwste !== null && peildatum < nieuwste) throw peildatumOuder(nieuwste);
  }

  private async zoekSleutel(tx: Tx, wie: Wie, upload: Upload): Promise<string | null> {
    if (upload.idempotentieSleutel === null) return null;
    const eerder = await this.vragen.metSleutel(tx, wie.regioId, wie.id, upload.idempotentieSleutel);
    if (eerder === null) return null;
    const velden = ['school', 'peildatum', 'modus', 'herstelVan'] as const;
    if (velden.every((veld) => eerder[veld] === upload[veld])) return eerder.id;
    throw idempotentieSleutelAnders('aanlevering');
  }

  private bewaar(wie: Wie, upload: Upload, grenzen: Grenzen, ontvangst: { sha256?: Buffer }): Promise<string> {
    return this.opname.neemOp(wie, upload, grenzen, async (tx, id, { sha256, bytes }) => {
      ontvangst.sha256 = sha256;
      const { school, peildatum, modus, tekenset, formaat, idempotentieSleutel, herstelVan } = upload;
      const zelfde = await this.vragen.zelfdeBestand(tx, wie.regioId, { school, peildatum, modus, herstelVan, sha256 });
      if (zelfde.id !== null) throw new AlBekend();
      await this.keurVolgorde(tx, wie, upload);
      await this.repository.voegToe(tx, wie, {
        ...{ id, school, peildatum, modus, tekenset, formaat, idempotentieSleutel, herstelVan, sha256, bytes },
        naId: zelfde.naId,
        schooljaar: schooljaarVan(peildatum),
        ontvangenOp: this.klok.nu(),
      });
      await this.opdrachten.zet(tx, verwerkAanlevering, wie.regioId, { aanleveringId: id }, { sleutel: id });
      return id;
    });
  }

  private zoekEerdere(wie: Wie, upload: Upload, sha256: Buffer | undefined): Promise<string | null> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const zelfde =
        sha256 === undefined ? null : (await this.vragen.zelfdeBestand(tx, wie.regioId, { ...upload, sha256 })).id;
      return zelfde ?? this.zoekSleutel(tx, wie, upload);
    });
  }
}

/** The file is there already: what was stored of it now is undone. */
class AlBekend extends Error {}

const UNIEK = ['aanlevering_zelfde', 'aanlevering_idempotentie'];

/** Also when two equal uploads run at once, and the row of the slower one is refused by the database. */
function isDubbel(fout: unknown): boolean {
  if (fout instanceof AlBekend) return true;
  const oorzaak: unknown = fout instanceof QueryFailedError ? fout.driverError : undefined;
  return oorzaak instanceof Error && 'constraint' in oorzaak && UNIEK.some((naam) => naam === oorzaak.constraint);
}
