/** A phrase that a post must not hold, and the article it offends. */
export interface WordingFault {
  phrase: string;
  article: string;
  /** What to do about it, in a sentence. */
  advice: string;
}

interface WordingRule {
  pattern: RegExp;
  /** Of art. 43, one to five. */
  item: keyof typeof advices;
  /** `婚育不限`: what follows may turn it into its opposite. */
  mayBeWaived?: true;
}

/** 妇女权益保障法 (2022) art. 43: what an employer must not do when hiring, by item. */
const advices = {
  一: '不能限定男性或男性优先。删掉这句。',
  二: '不能询问婚育情况。删掉这句。',
  三: '不能把妊娠测试作为入职体检。删掉这句。',
  四: '不能拿结婚、生育当录用条件。删掉这句。',
  五: '不能不要女性，也不能对女性多提要求。删掉这句。',
};

// Not 男女, and nothing that is made for men or boys: 男装, 男鞋, 男孩.
const man =
  '男(?![女装裤鞋袜童衣款式包孩婴宝友科厕朋])(?:[性士生工的人]|普工|司机|员工|青年|师傅)?';
const woman =
  '(?:育龄)?(?:女(?!装|裤|鞋|袜|童|款|式|包|孩|婴|厕|儿|子单)[性士生工的人]?|妇女|女同志)';
const mother =
  '(?:孕妇|孕期|怀孕|哺乳期?|宝妈|已婚|未婚|离异|单亲|(?:小孩|孩子|娃)(?:上学|上幼儿园|还小|太小|小)(?=的|者)|(?:带娃|带孩子|有孩子|有小孩)(?=的|者|妈妈|女|勿|免))';
const people = '(?:的|者|人士|女性|女士|女工|妇女|人员|妈妈|姐妹)*';
const refuses = '(?:不招|不收|不要(?!求)|不用|不聘|不录用?|不接受|不考虑|谢绝|拒绝|拒收|拒招)';
const isRefused = '(?:勿扰|免谈|勿来|勿应聘|除外|莫扰|止步|不要(?!求)|不收|不招|不考虑)';
const prefers = '(?:优先(?:录用|考虑|录取)?|者?优先)';
const bears = '(?:结婚|恋爱|生育|怀孕|生孩子|要孩子|生二胎)';
const rule = (
  item: WordingRule['item'],
  source: string,
  more: Pick<WordingRule, 'mayBeWaived'> = {},
): WordingRule => ({ item, pattern: new RegExp(source, 'g'), ...more });

const rules: readonly WordingRule[] = [
  rule(
    '一',
    `(?:限定?为?|仅|只招|只要|只收|只限|只用|诚招|急招|招聘?|聘|要求|需要|性别[:：为是要求]*)${man}|` +
      `优先(?:录用|考虑|招)?${man}|(?:${man}|小伙子?|男青年)${prefers}|` +
      `(?:只招|只要|诚招|急招|招聘?)小伙子?|` +
      `\\d{2}周?岁(?:以上|以下|左右|以内)?的?${man}|${man}[,，、:：]?\\d{2}[-—~～至到]?(?:\\d{2})?周?岁|` +
      `${man}(?:为主|即可|从速|\\d+[名个位人]|[一两二三四五六七八九十]+[名个位])`,
  ),
  rule(
    '二',
    '有无对象|有没有(?:对象|男朋友|男友)|婚姻(?:状况|情况)|婚育(?:状况|情况|计划|史)?|' +
      '生育(?:计划|意愿|情况|状况|打算|史)|二胎(?:计划|打算)|是否(?:结婚|已婚|未婚|怀孕|生育|单身)|' +
      '(?:结婚|怀孕|生育)(?:了没有?|没有$|与否)|打算(?:什么时候|几时|何时)?(?:结婚|生孩子|要孩子|生二胎|怀孕)|' +
      '(?:什么时候|几时|何时)(?:结婚|生孩子|要孩子)|备孕',
    { mayBeWaived: true },
  ),
  rule(
    '三',
    '(?:孕检|验孕|早孕(?:检查|试纸)|妊娠(?:测试|检查|检测)|怀孕(?:测试|检查|检测)|(?:查|测)孕|HCG)' +
      '(?!假|请假|当天|时间|期间|可以|方便|算|日)',
  ),
  rule('四', `${refuses}${mother}${people}|${mother}${people}${isRefused}`),
  rule(
    '四',
    `(?:未婚|已婚|未育|已育|[未没]有?生育过?|单身|离异|无孩|无(?:家庭|子女|孩子)(?:负担|拖累)|没有?(?:家庭|子女|孩子)?(?:负担|拖累)|没有?孩子|没有?小孩|生完孩子|生育过|生过孩子)(?:已育|未育)?${people}${prefers}|` +
      `(?:限|仅|须|必须|要求|只招|只要|只收)(?:未婚|已婚|未育|已育|单身)(?:已育|未育)?`,
  ),
  rule('四', '未婚(?:未育)?|已婚(?:已育|未育)|未育|未(?:怀)?孕', { mayBeWaived: true }),
  rule(
    '四',
    `(?:不得|不能|不准|不许|禁止|暂缓|暂不|承诺不|保证不|年内不|期间?内?不得?|期间?不)${bears}|` +
      `(?:签|写|立|交|承诺)[^，。；,;\n]{0,6}不(?:结婚|生育|怀孕|生孩子)|不(?:结婚|生育|怀孕|生孩子)(?:的)?(?:协议|承诺|保证|合同)|` +
      `${bears}(?:的|了)?(?:自动|视为|视同|按|就|则|即)(?:自动)?(?:离职|辞职|解除|解约|走人|辞退|开除)`,
  ),
  rule('五', `${refuses}${woman}|${woman}${isRefused}`),
  rule('五', `${woman}(?:须|需|必须|要|要求)(?:本科|大专|硕士|学历|身高|体重|年轻|漂亮)`),
  rule(
    '五',
    '(?:身高|体重|三围)(?:要求|不低于|不高于|\\d)|形象(?:好|佳)?气质佳|相貌|颜值|五官端正',
  ),
];

// No word is made of others here: reading one text in two ways doubles the work with every word.
const aboutHer =
  '(?:任何|入职|体检|面试|女职工|女性?|男性?|求职者|姐妹|妇女|大家|以及|是否|有无|有没有|结婚|生育|婚姻|婚育|' +
  '情况|状况|对象|怀孕|未孕|已孕|孕检|未婚|已婚|已育|未育|情形|计划|意愿|打算|人员|人士|妈妈|优先|[您的为和与及或者、])*';
// Only words of this matter may stand between: `不看学历男性优先` denies nothing of what follows.
const isDenied = new RegExp(
  '(?:从不|绝不|决不|从来不|一律不|[不无勿]|(?:^|[^有])没有?|禁止|严禁|反对|杜绝)' +
    '(?:[会能得再应该准许是用必设须]|可以?|存在|需要?|允许)?' +
    '(?:要求|规定|询问|过问|打听|调查|了解|限制|限定|区分|填写|写明|[看问查做限分论因以把将提搞写填])?' +
    `${aboutHer}$`,
);
const isWaived = new RegExp(
  `^${aboutHer}(?:不限|均可|皆可|都可以?|都行|都欢迎|也行|也可以?|也欢迎|欢迎|不影响|无关|无要求|没有?要求|不[作做]要求|` +
    '不问|不查|不看|不管|不用[写填说])',
);

/** Full width becomes half, what is invisible goes, a new line stays: it ends a clause. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[^\S\n]|[\u00ad\u200b-\u200d\u2060]/g, '');

/** Characters before a phrase in which it may be denied. */
const mostBefore = 60;

/** `我们不会问婚育情况`, `婚育不限`: the law itself, said to her. */
const saysTheOpposite = (text: string, found: RegExpExecArray, { mayBeWaived }: WordingRule) =>
  isDenied.test(text.slice(Math.max(0, found.index - mostBefore), found.index)) ||
  (mayBeWaived && isWaived.test(text.slice(found.index + found[0].length)));

/**
 * Phrases in a post's words that discriminate against women, in the order of the items of art. 43.
 * Not a judgement of law: it finds common phrases, and staff decide about the rest, and about those that
 * it finds wrongly.
 */
export function discriminatoryWording(text: string): WordingFault[] {
  const words = plain(text);
  const found: { from: number; to: number; fault: WordingFault }[] = [];
  for (const each of rules)
    for (const match of words.matchAll(each.pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const isPart = found.some((other) => from < other.to && other.from < to);
      if (isPart || saysTheOpposite(words, match, each)) continue;
      found.push({ from, to, fault: faultOf(match[0], each) });
    }
  return found.map(({ fault }) => fault);
}

const faultOf = (phrase: string, { item }: WordingRule): WordingFault => ({
  phrase,
  article: `妇女权益保障法第四十三条第${item}项`,
  advice: advices[item],
});
