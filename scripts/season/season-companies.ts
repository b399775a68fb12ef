import { creditCodeWithChecksum } from '../../src/platform/codes/credit-code.js';
import { regions } from '../../src/platform/codes/regions.js';
import { brandName, officePhone, personName, streetAddress } from './invented-names.js';
import type { Name } from './invented-names.js';
import type { Random } from './random.js';
import { apportion } from './season-sizes.js';
import type { SeasonCompany, SeasonFair } from './season.types.js';
import { trades } from './trades.js';
import type { Trade, TradeName } from './trades.js';

const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letterOrder = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const otherRegions = ['310101', '310104', '310112', '310114', '310117', '310120', '320583'];

const unitTypes = [
  ...Array<string>(14).fill('private'),
  ...Array<string>(3).fill('foreign_invested'),
  ...Array<string>(2).fill('state_owned'),
  'other',
] as const;

/** The companies of all fairs; each belongs to exactly one. */
export function seasonCompanies(
  fairs: readonly SeasonFair[],
  count: number,
  random: Random,
): SeasonCompany[] {
  const perFair = apportion(
    count,
    fairs.map(() => random.skewedWeight(0.4)),
    1,
  );
  const names = new Set<string>();
  const companies: SeasonCompany[] = [];
  for (const fair of fairs) {
    for (let left = perFair[fair.index] ?? 0; left > 0; left -= 1) {
      companies.push(newCompany(companies.length, fair, names, random));
    }
  }
  return companies;
}

function newCompany(
  index: number,
  fair: SeasonFair,
  takenNames: Set<string>,
  random: Random,
): SeasonCompany {
  const trade = pickTrade(fair.trades, random);
  const regionCode = random.chance(0.72) ? '310115' : random.pick(otherRegions);
  const legalName = newLegalName(trades[trade], regionCode, takenNames, random);
  return {
    index,
    fairIndex: fair.index,
    trade,
    creditCode: inventedCreditCode(index, regionCode),
    legalName: legalName.zh,
    legalNameEn: legalName.en,
    unitType: random.pick(unitTypes),
    industryCode: trades[trade].industry,
    regionCode,
    address: `${regions.nameOf(regionCode, 'zh-CN')}${streetAddress(random)}`,
    introduction: introduction(legalName.zh, random),
    contactName: personName(random).zh,
    contactPhone: officePhone(index + 1),
    contactEmail: `jobs@company-${index + 1}.example.com`,
  };
}

function pickTrade(names: readonly TradeName[], random: Random): TradeName {
  const total = names.reduce((sum, name) => sum + trades[name].weight, 0);
  let left = random.next() * total;
  for (const name of names) {
    left -= trades[name].weight;
    if (left < 0) return name;
  }
  return random.pick(names);
}

function newLegalName(
  trade: Trade,
  regionCode: string,
  takenNames: Set<string>,
  random: Random,
): Name {
  const city = regionCode.startsWith('31') ? ['上海', 'Shanghai'] : ['昆山', 'Kunshan'];
  for (;;) {
    const brand = brandName(random);
    const kind = random.integer(0, trade.words.length - 1);
    const word = trade.words[kind] ?? '';
    const suffix = random.chance(0.06) ? '股份有限公司' : '有限公司';
    const zh = random.chance(0.15)
      ? `${brand.zh}（${city[0]}）${word}${suffix}`
      : `${city[0]}${brand.zh}${word}${suffix}`;
    if (takenNames.has(zh)) continue;
    takenNames.add(zh);
    return { zh, en: `${city[1]} ${brand.en} ${trade.wordsEn[kind]} Co., Ltd.` };
  }
}

function introduction(legalName: string, random: Random): string {
  const founded = random.integer(1996, 2024);
  const staff = Math.max(12, Math.round(90 * random.skewedWeight(1.1)));
  const strength = random.pick([
    '公司重视技术积累，设有自己的培训中心。',
    '公司为员工提供系统的岗前培训和晋升通道。',
    '公司与多所院校合作，常年接收实习生。',
    '公司坚持按时足额发放工资，依法缴纳社会保险。',
    '公司获评区级和谐劳动关系企业。',
  ]);
  return `${legalName}成立于${founded}年，现有员工${staff}人。${strength}`;
}

/** A valid code of the series MAY, which no registrar has reached. */
function inventedCreditCode(index: number, regionCode: string): string {
  let number = (index * 7_919 + 104_729) % creditCodeAlphabet.length ** 5;
  let series = '';
  for (let digit = 0; digit < 5; digit += 1) {
    series = creditCodeAlphabet.charAt(number % creditCodeAlphabet.length) + series;
    number = Math.floor(number / creditCodeAlphabet.length);
  }
  const organization = `MAY${series}`;
  const check = organizationCheckCharacter(organization);
  return creditCodeWithChecksum(`91${regionCode}${organization}${check}`);
}

/** GB 11714, the organization code inside the credit code. */
function organizationCheckCharacter(organization: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) => total + weight * letterOrder.indexOf(organization.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 11) return '0';
  return check === 10 ? 'X' : String(check);
}
