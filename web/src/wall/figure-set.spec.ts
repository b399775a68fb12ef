import { figureSetOf, isFigureKey, mergeFigures, valueOf } from './figure-set';

function snapshot(takenAt: string, values: Record<string, number | null>) {
  const figures = Object.entries(values).map(([key, value]) => ({
    key,
    value,
    unit: 'count',
    list: null,
  }));
  return figureSetOf({ takenAt, figures });
}

describe('the figures of a wall', () => {
  const noon = snapshot('2026-11-22T12:00:00Z', { companies: 12, applications: 40 });

  it('moves forward with a frame that carries only what changed', () => {
    const later = mergeFigures(noon, snapshot('2026-11-22T12:00:01Z', { applications: 41 }));
    expect([valueOf(later, 'companies'), valueOf(later, 'applications')]).toEqual([12, 41]);
    expect(later.takenAt).toBe('2026-11-22T12:00:01Z');
  });

  it('is not turned back by an answer that was late', () => {
    const late = mergeFigures(noon, snapshot('2026-11-22T11:59:59Z', { applications: 39 }));
    expect(valueOf(late, 'applications')).toBe(40);
    expect(late.takenAt).toBe(noon.takenAt);
  });

  it('tells "not known" from zero', () => {
    const set = snapshot('2026-11-22T12:00:00Z', { applications: 0, headcountPerApplicant: null });
    expect(valueOf(set, 'applications')).toBe(0);
    expect(valueOf(set, 'headcountPerApplicant')).toBeNull();
    expect(valueOf(set, 'visitors')).toBeNull();
  });

  it('knows its figures by name', () => {
    expect(isFigureKey('applications')).toBe(true);
    expect(isFigureKey('constructor')).toBe(false);
    expect(isFigureKey(undefined)).toBe(false);
  });
});
