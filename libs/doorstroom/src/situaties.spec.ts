import { maakOpstelling, speel, Toneel, type Opstelling } from './test.js';
import { SITUATIES } from './test/situaties.js';

describe('situations', () => {
  let o: Opstelling;
  let toneel: Toneel;
  beforeAll(async () => {
    o = await maakOpstelling('2026-03-01');
    toneel = new Toneel(o.db.bron);
    await toneel.bouw();
  }, 60_000);
  afterAll(() => o.sluit());

  it.each(SITUATIES.map((s) => [s.wat, s] as const))('%s', async (_wat, situatie) => {
    for (const { op, gezien, verwacht } of await speel(o, toneel, situatie)) {
      expect({ op, ...(gezien as object) }).toEqual({ op, ...(verwacht as object) });
    }
  });
});
