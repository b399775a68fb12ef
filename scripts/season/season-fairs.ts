import { fairThemes } from './fair-themes.js';
import type { FairTheme } from './fair-themes.js';
import type { SeasonAgendaItem, SeasonFair } from './season.types.js';

const day = 24 * 60 * 60 * 1_000;
const hour = 60 * 60 * 1_000;
/** Midnight in Shanghai is 16:00 of the day before in UTC. */
const shanghaiOffset = 8 * hour;
const seasonDays = 60;

/**
 * The fairs of a season that ends around today: they opened one after the other and all of them
 * still take applications, as online fairs do.
 */
export function seasonFairs(count: number, today: Date): SeasonFair[] {
  return Array.from({ length: count }, (_, index) => {
    const theme = fairThemes[index % fairThemes.length] as FairTheme;
    const round = Math.floor(index / fairThemes.length) + 1;
    const daysAgo = Math.max(1, Math.round(((count - index) / count) * seasonDays));
    const opensAt = shanghaiTime(today, -daysAgo, 9);
    return {
      index,
      ...fairNames(theme, round, opensAt),
      description: `面向${theme.zh}的网络招聘会：企业在线展示岗位，求职者在线投递简历。`,
      regionCode: '310115',
      opensAt,
      closesAt: shanghaiTime(today, 14, 17),
      trades: theme.trades,
      agenda: fairAgenda(theme, opensAt),
    };
  });
}

function fairNames(
  theme: FairTheme,
  round: number,
  opensAt: Date,
): Pick<SeasonFair, 'name' | 'nameEn'> {
  const year = opensAt.getUTCFullYear();
  return {
    name: `${year}年浦东新区${theme.zh}网络招聘会${round > 1 ? `（第${round}场）` : ''}`,
    nameEn: `Pudong Online Fair ${year}: ${theme.en}${round > 1 ? ` (${round})` : ''}`,
  };
}

/** The first day of a fair. */
function fairAgenda(theme: FairTheme, opensAt: Date): SeasonAgendaItem[] {
  const items = [
    ['talk', '开幕与就业政策宣讲', 'Opening and employment policy', 0, 0.75],
    ['live_session', `${theme.zh}企业直播带岗`, `${theme.en}: employers live`, 1, 2.5],
    ['break', '午间休息', 'Lunch break', 3, 4],
    ['talk', '简历门诊', 'Résumé clinic', 4, 5],
    ['live_session', '在线答疑', 'Questions and answers live', 5.5, 7],
  ] as const;
  return items.map(([kind, title, titleEn, from, to]) => ({
    kind,
    title,
    titleEn,
    startsAt: new Date(opensAt.getTime() + from * hour),
    endsAt: new Date(opensAt.getTime() + to * hour),
  }));
}

/** An hour of a day in Shanghai, counted from today there. */
export function shanghaiTime(today: Date, daysFromToday: number, atHour: number): Date {
  const local = today.getTime() + shanghaiOffset;
  const midnight = local - (local % day) - shanghaiOffset;
  return new Date(midnight + daysFromToday * day + atHour * hour);
}
