/** A phrase that a post must not hold, and the article it offends. */
export interface WordingFault {
  phrase: string;
  article: string;
  /** What to do about it, in a sentence. */
  advice: string;
}

interface WordingRule {
  pattern: RegExp;
  article: string;
  advice: string;
}

/** 妇女权益保障法 (2022) art. 43: what an employer must not do when hiring. */
const rules: readonly WordingRule[] = [
  {
    pattern:
      /(?:限|仅|只招|只要|只限|优先(?:录用|考虑)?)男(?!女)[性士生工]?|男[性士生工]?优先|(?:不招|不要|谢绝)女[性士生工]?/g,
    article: '妇女权益保障法第四十三条第一项',
    advice: '不能限定男性或男性优先。删掉这句。',
  },
  {
    pattern:
      /未婚(?:优先|女性)?|已婚已育(?:优先)?|已育优先|未育|有无对象|婚育(?:状况|情况)|生育(?:计划|意愿|情况|状况)|二胎|备孕|是否(?:结婚|已婚|怀孕)/g,
    article: '妇女权益保障法第四十三条第二项',
    advice: '不能询问或要求婚育情况。删掉这句。',
  },
  {
    pattern: /孕检|妊娠(?:测试|检查|检测)|验孕/g,
    article: '妇女权益保障法第四十三条第三项',
    advice: '不能把妊娠测试作为入职体检。删掉这句。',
  },
  {
    pattern:
      /(?:不得|不能|禁止|暂缓|几年内不)(?:结婚|恋爱|生育|怀孕|生孩子)|(?:入职|工作)后?.{0,6}年内不(?:结婚|生育|怀孕|生孩子)/g,
    article: '妇女权益保障法第四十三条第四项',
    advice: '不能拿结婚、生育当录用条件。删掉这句。',
  },
  {
    pattern: /(?:身高|体重|三围)(?:要求|不低于|不高于|\d)|形象(?:好|佳)气质佳|相貌|颜值/g,
    article: '妇女权益保障法第四十三条第五项',
    advice: '和干活无关的外貌要求会把人挡在门外。删掉这句。',
  },
];

/**
 * Phrases in a post's words that discriminate against women, in the order of the articles. Not a
 * judgement of law: it finds common phrases, and staff decide about the rest.
 */
export function discriminatoryWording(text: string): WordingFault[] {
  const squeezed = text.replace(/[\s\u200b-\u200d\u2060]/g, '');
  return rules.flatMap(({ pattern, article, advice }) =>
    [...squeezed.matchAll(pattern)].map(([phrase]) => ({ phrase, article, advice })),
  );
}
