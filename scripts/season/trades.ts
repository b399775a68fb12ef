import type { Job } from './job.js';
import * as industry from './industry-jobs.js';
import * as service from './service-jobs.js';
import * as technology from './technology-jobs.js';

/** What the companies of a branch are called, how many there are, and whom they look for. */
export interface Trade {
  readonly industry: string;
  readonly words: readonly string[];
  readonly wordsEn: readonly string[];
  readonly weight: number;
  readonly jobs: readonly Job[];
}

function trade(
  industryCode: string,
  weight: number,
  words: string,
  wordsEn: string,
  jobs: readonly Job[],
): Trade {
  return {
    industry: industryCode,
    weight,
    words: words.split(' '),
    wordsEn: wordsEn.split(', '),
    jobs,
  };
}

export const trades = {
  software: trade(
    '65',
    9,
    '软件 信息技术 数字科技',
    'Software, Information Technology, Digital Technology',
    technology.softwareJobs,
  ),
  internet: trade(
    '64',
    5,
    '网络科技 互联网信息 电子商务',
    'Network Technology, Internet Information, E-Commerce',
    technology.internetJobs,
  ),
  chips: trade(
    '39',
    7,
    '微电子 半导体 集成电路',
    'Microelectronics, Semiconductor, Integrated Circuits',
    technology.chipJobs,
  ),
  electrical: trade(
    '38',
    4,
    '电气 自动化设备 新能源',
    'Electric, Automation Equipment, New Energy',
    technology.electricalJobs,
  ),
  research: trade(
    '74',
    4,
    '检测技术 工程设计 环境科技',
    'Testing Technology, Engineering Design, Environmental Technology',
    technology.researchJobs,
  ),
  pharma: trade(
    '27',
    6,
    '生物医药 制药 生物科技',
    'Biopharma, Pharmaceutical, Biotechnology',
    industry.pharmaJobs,
  ),
  devices: trade(
    '35',
    4,
    '医疗器械 医疗科技 智能装备',
    'Medical Devices, Medical Technology, Intelligent Equipment',
    industry.medicalDeviceJobs,
  ),
  vehicles: trade(
    '36',
    4,
    '汽车零部件 汽车科技 车辆技术',
    'Auto Parts, Automotive Technology, Vehicle Technology',
    industry.vehicleJobs,
  ),
  aerospace: trade(
    '37',
    2,
    '航空科技 航空制造 航空材料',
    'Aviation Technology, Aircraft Manufacturing, Aviation Materials',
    industry.aerospaceJobs,
  ),
  machinery: trade(
    '34',
    5,
    '机械制造 精密机械 工业设备',
    'Machinery, Precision Machinery, Industrial Equipment',
    industry.machineryJobs,
  ),
  chemicals: trade(
    '26',
    2,
    '化工 新材料 精细化学',
    'Chemical, New Materials, Fine Chemicals',
    industry.chemicalJobs,
  ),
  food: trade('14', 3, '食品 食品科技 烘焙', 'Foods, Food Technology, Bakery', industry.foodJobs),
  construction: trade(
    '48',
    4,
    '建设工程 建筑装饰 市政工程',
    'Construction Engineering, Building Decoration, Municipal Works',
    industry.constructionJobs,
  ),
  finance: trade(
    '69',
    4,
    '金融信息服务 融资租赁 资产管理',
    'Financial Information, Financial Leasing, Asset Management',
    service.financeJobs,
  ),
  logistics: trade(
    '58',
    6,
    '物流 国际货运代理 供应链管理',
    'Logistics, International Freight, Supply Chain',
    service.logisticsJobs,
  ),
  trading: trade(
    '51',
    6,
    '国际贸易 进出口 商贸',
    'International Trading, Import and Export, Trading',
    service.tradeJobs,
  ),
  retail: trade('52', 5, '商业 连锁超市 百货', 'Commerce, Supermarket, Store', service.retailJobs),
  hospitality: trade(
    '62',
    6,
    '餐饮管理 酒店管理 餐饮',
    'Catering Management, Hotel Management, Restaurants',
    service.hospitalityJobs,
  ),
  property: trade(
    '70',
    5,
    '物业管理 置业 商业管理',
    'Property Management, Real Estate, Commercial Management',
    service.propertyJobs,
  ),
  business: trade(
    '72',
    6,
    '企业管理咨询 人力资源 会展服务',
    'Management Consulting, Human Resources, Exhibition Services',
    service.businessJobs,
  ),
  education: trade(
    '83',
    4,
    '教育科技 教育培训 文化教育',
    'Education Technology, Training, Education',
    service.educationJobs,
  ),
  health: trade(
    '84',
    4,
    '健康管理 门诊部 养老服务',
    'Health Management, Clinic, Elderly Care',
    service.healthJobs,
  ),
  culture: trade(
    '87',
    3,
    '文化传播 影视制作 体育文化',
    'Culture Media, Film Production, Sports Culture',
    service.cultureJobs,
  ),
} as const satisfies Record<string, Trade>;

export type TradeName = keyof typeof trades;

export const tradeNames = Object.keys(trades) as TradeName[];
