import type { Random } from './random.js';

/** A name in Chinese and in Latin letters. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

// Uncommon first characters keep the invented firms away from real ones.
const brandFirst =
  '澄Cheng 岚Lan 霁Ji 苇Wei 桐Tong 汀Ting 砚Yan 栎Li 榕Rong 沅Yuan 溪Xi 芷Zhi 蔚Wei 珩Heng 璟Jing 翊Yi 麓Lu 朔Shuo 晟Sheng 瀚Han 槿Jin 瑾Jin 昀Yun 旻Min 岱Dai 峤Qiao 淇Qi 漪Yi 筠Yun 茗Ming';
const brandSecond =
  '禾he 屿yu 帆fan 谷gu 川chuan 石shi 舟zhou 野ye 柏bai 羽yu 木mu 泽ze 牧mu 岳yue 棠tang 汐xi 洲zhou 辰chen 霖lin 樾yue 丘qiu 浦pu 庭ting 枫feng 渡du 嘉jia 启qi 衡heng 原yuan 朗lang';
const surnames =
  '王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo 何He 林Lin 罗Luo 高Gao 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 韩Han 冯Feng 邓Deng 曹Cao 彭Peng 曾Zeng 肖Xiao 田Tian 董Dong 袁Yuan 潘Pan 于Yu 蒋Jiang 蔡Cai 余Yu 杜Du 叶Ye 程Cheng 苏Su 魏Wei 吕Lü 丁Ding 任Ren 沈Shen 姚Yao 卢Lu 姜Jiang 崔Cui 钟Zhong 谭Tan 陆Lu 汪Wang 范Fan 欧阳Ouyang';
const givenNames =
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 涛tao 明ming 超chao 霞xia 平ping 刚gang 桂gui 英ying 华hua 慧hui 建jian 红hong 志zhi 文wen 玉yu 晓xiao 雪xue 梅mei 宇yu 浩hao 欣xin 悦yue 嘉jia 思si 雨yu 子zi 梓zi 涵han 轩xuan 怡yi 佳jia 俊jun 宁ning 海hai 春chun 秋qiu 国guo 成cheng 东dong 林lin 瑶yao 婷ting 琳lin 凯kai 航hang 博bo 萍ping';
const streets =
  '晴川Qingchuan 望汐Wangxi 听澜Tinglan 碧梧Biwu 归帆Guifan 沐风Mufeng 锦书Jinshu 星槎Xingcha 云汀Yunting 采薇Caiwei 银杏Yinxing 海棠Haitang 问渠Wenqu 知行Zhixing 鹿鸣Luming 青禾Qinghe';

const brands = { first: syllables(brandFirst), second: syllables(brandSecond) };
const people = { surnames: syllables(surnames), given: syllables(givenNames) };
const roads = syllables(streets);

function syllables(list: string): Name[] {
  return list.split(' ').map((entry) => {
    const [zh = '', en = ''] = entry.split(/(?<=\p{Script=Han})(?=\p{Script=Latin})/u);
    return { zh, en };
  });
}

/** An invented brand of two characters. */
export function brandName(random: Random): Name {
  const first = random.pick(brands.first);
  const second = random.pick(brands.second);
  return { zh: first.zh + second.zh, en: first.en + second.en };
}

export function personName(random: Random): Name {
  const surname = random.pick(people.surnames);
  const given = random.sample(people.given, random.chance(0.7) ? 2 : 1);
  const latin = given.map(({ en }) => en).join('');
  return {
    zh: surname.zh + given.map(({ zh }) => zh).join(''),
    en: `${latin.charAt(0).toUpperCase()}${latin.slice(1)} ${surname.en}`,
  };
}

/** An address on an invented street. */
export function streetAddress(random: Random): string {
  const road = random.pick(roads);
  const lane = random.chance(0.3) ? `${random.integer(2, 999)}弄` : '';
  const room = `${random.integer(1, 28)}${String(random.integer(1, 12)).padStart(2, '0')}室`;
  return `${road.zh}路${lane}${random.integer(1, 1_999)}号${random.integer(1, 9)}幢${room}`;
}

/** Shanghai numbers begin with 2 to 8, so none of these can reach anyone. */
export function officePhone(index: number): string {
  return `021-0${String(index).padStart(7, '0')}`;
}

/** Mobile numbers begin with 13 to 19, so none of these can reach anyone. */
export function mobilePhone(index: number): string {
  return `100${String(index).padStart(8, '0')}`;
}
