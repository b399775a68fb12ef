import { tradeNames } from './trades.js';
import type { TradeName } from './trades.js';

/** What a fair is about, and the trades that it invites. */
export interface FairTheme {
  readonly zh: string;
  readonly en: string;
  readonly trades: readonly TradeName[];
}

function theme(zh: string, en: string, trades: readonly TradeName[] = tradeNames): FairTheme {
  return { zh, en, trades };
}

/** In the order of the year; a season with more fairs than themes holds further rounds. */
export const fairThemes: readonly FairTheme[] = [
  theme('春风行动', 'Spring Breeze'),
  theme('民营企业', 'Private Companies'),
  theme('集成电路产业', 'Integrated Circuits', ['chips', 'electrical', 'software']),
  theme('高校毕业生', 'University Graduates'),
  theme('生物医药产业', 'Biomedicine', ['pharma', 'devices', 'research', 'health']),
  theme('人工智能产业', 'Artificial Intelligence', ['software', 'internet', 'chips']),
  theme('先进制造业', 'Advanced Manufacturing', [
    'machinery',
    'electrical',
    'vehicles',
    'chemicals',
  ]),
  theme('航运物流业', 'Shipping and Logistics', ['logistics', 'trading']),
  theme('商贸零售业', 'Commerce and Retail', ['retail', 'trading', 'food']),
  theme('餐饮住宿业', 'Catering and Hotels', ['hospitality', 'food']),
  theme('民用航空产业', 'Civil Aviation', ['aerospace', 'machinery', 'research']),
  theme('金融服务业', 'Financial Services', ['finance', 'business']),
  theme('建筑与物业', 'Construction and Property', ['construction', 'property']),
  theme('健康与养老', 'Health and Elderly Care', ['health', 'devices']),
  theme('教育培训业', 'Education and Training', ['education', 'culture']),
  theme('汽车产业', 'Automotive Industry', ['vehicles', 'electrical', 'machinery']),
  theme('现代服务业', 'Modern Services', ['business', 'property', 'culture', 'internet']),
  theme('就业援助', 'Employment Assistance', ['retail', 'hospitality', 'property', 'logistics']),
  theme('技能人才', 'Skilled Workers', ['machinery', 'vehicles', 'construction', 'electrical']),
  theme('退役军人', 'Veterans', ['logistics', 'property', 'machinery', 'business']),
  theme('长三角联合', 'Yangtze River Delta'),
  theme('百日千万', 'Hundred Days'),
  theme('金秋招聘', 'Golden Autumn'),
  theme('年末冲刺', 'Year-End'),
];
