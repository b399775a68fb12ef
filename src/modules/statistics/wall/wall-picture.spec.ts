import type { Figure, FigureSet } from '../statistics.rules.js';
import { season } from '../statistics.rules.js';
import { WallPicture } from './wall-picture.js';

const figure = (value: number): Figure => ({
  key: 'applications',
  value,
  unit: 'applications',
  list: null,
});
const setOf = (value: number, takenAt: number): FigureSet => ({
  scope: season,
  takenAt: new Date(takenAt),
  figures: [figure(value)],
});

function wall() {
  const clock = { now: 0 };
  return { clock, picture: new WallPicture(season, () => clock.now) };
}

describe('the picture of a wall', () => {
  it('goes out when a number changes, and else every ten seconds', () => {
    const { clock, picture } = wall();
    const sent: number[] = [];
    for (clock.now = 0; clock.now <= 25_000; clock.now += 1_000) {
      const value = clock.now < 12_000 ? 1 : 2;
      if (picture.frame(setOf(value, clock.now), clock.now)) sent.push(clock.now);
    }
    expect(sent).toEqual([0, 10_000, 12_000, 22_000]);
  });

  it('never goes back in time, also when the clock of the database does', () => {
    const { picture } = wall();
    const first = picture.frame(setOf(1, 5_000), 1);
    const second = picture.frame(setOf(2, 1_000), 2);
    expect(second?.takenAt.getTime()).toBe((first?.takenAt.getTime() ?? 0) + 1);
    expect(second?.figures).toEqual([figure(2)]);
  });

  it('keeps the take that began later when two overtake each other', () => {
    const { picture } = wall();
    picture.frame(setOf(2, 2_000), 20);
    const late = picture.frame(setOf(1, 1_000), 10);
    expect(late).toBeUndefined();
  });

  it('is taken once for all who ask at the same time', async () => {
    const { clock, picture } = wall();
    let takes = 0;
    const take = async (): Promise<FigureSet> => {
      takes += 1;
      return setOf(takes, 1_000);
    };
    const answers = await Promise.all(Array.from({ length: 100 }, () => picture.present(take)));
    expect(takes).toBe(1);
    expect(new Set(answers).size).toBe(1);
    clock.now = 999;
    await picture.present(take);
    expect(takes).toBe(1);
    clock.now = 1_000;
    await picture.present(take);
    expect(takes).toBe(2);
  });

  it('is asked for again after a failure', async () => {
    const { picture } = wall();
    await expect(picture.present(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(picture.present(async () => setOf(1, 1))).resolves.toMatchObject({
      scope: season,
    });
  });
});
