import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Codes, sessions and grants of the trial's provider: in memory, gone with the process. Tokens need none of it. */
export class Geheugenopslag implements Adapter {
  private readonly rijen = new Map<string, { inhoud: AdapterPayload; vervaltMs: number }>();

  /** @param nu milliseconds of the real clock */
  constructor(private readonly nu: () => number) {}

  upsert(id: string, inhoud: AdapterPayload, geldigS = Infinity): Promise<void> {
    this.ruimOp();
    this.rijen.set(id, { inhoud, vervaltMs: this.nu() + geldigS * 1000 });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const rij = this.rijen.get(id);
    return Promise.resolve(rij === undefined || rij.vervaltMs <= this.nu() ? undefined : rij.inhoud);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.zoek((inhoud) => inhoud.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.zoek((inhoud) => inhoud.userCode === userCode));
  }

  consume(id: string): Promise<void> {
    const rij = this.rijen.get(id);
    if (rij !== undefined) rij.inhoud.consumed = Math.floor(this.nu() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.rijen.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { inhoud }] of this.rijen) if (inhoud.grantId === grantId) this.rijen.delete(id);
    return Promise.resolve();
  }

  private zoek(past: (inhoud: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const { inhoud, vervaltMs } of this.rijen.values()) if (vervaltMs > this.nu() && past(inhoud)) return inhoud;
    return undefined;
  }

  private ruimOp(): void {
    for (const [id, { vervaltMs }] of this.rijen) if (vervaltMs <= this.nu()) this.rijen.delete(id);
  }
}
