import {
  agreedWayLabels,
  chineseDay,
  handedOnFieldLabels,
  recipientInWords,
  type Referral,
  type ReferralConsent,
  referralGroundLabels,
} from '@niangjia/shared';
import { Paper } from '../platform/print/paper';
import type { ReadFont } from '../platform/print/print-font';

const consentInWords = ({ ground, agreedAt, agreedHow, reason }: ReferralConsent): string => {
  if (ground !== 'consent') return `${referralGroundLabels[ground]}。理由：${reason ?? ''}`;
  const how = agreedHow ? agreedWayLabels[agreedHow] : '';
  return `${chineseDay(agreedAt ?? '')} ${(agreedAt ?? '').slice(11, 16)}，${how}。只同意转给上面这一家。`;
};

/** The slip for whoever receives it, with a receipt to send back. Nothing stands on it but what was chosen. */
export function slipOnPaper(font: ReadFont, slip: Referral): Promise<Buffer> {
  const { number, federationName, deskName, recipient, recipientName, consent } = slip;
  const isElsewhere = deskName !== federationName;
  const to = recipientInWords(recipient, recipientName ?? '');
  const paper = new Paper(font, `转介单 ${number}`);

  paper
    .title('转介单')
    .aside(`编号 ${number}`)
    .fact('转给', to)
    .fact('转出单位', federationName)
    .fact('转出日期', chineseDay(slip.sentAt));
  if (isElsewhere) paper.fact('现由谁办', `${deskName}。请答复给${deskName}。`);
  paper.fact('请办的事', slip.purpose ?? '').heading('转去的内容');
  for (const { what, text } of slip.handedOn) paper.fact(handedOnFieldLabels[what], text);

  return paper
    .heading('为什么可以转')
    .fact(referralGroundLabels[consent.ground].split('，')[0]!, consentInWords(consent))
    .fact('依据', slip.article)
    .heading('请收到后')
    .text(
      `请在 ${chineseDay(slip.dueDay)} 前答复。不归你们办的，写明原因退回来，不要再转给别人。` +
        '上面的内容只用来办这件事。请替她保密，不要告诉她的家人和其他人。',
    )
    .fact('转出人签字', '____________________      （转出单位盖章）')
    .keepTogether(160)
    .heading(`回执（请填好寄回或交回${isElsewhere ? deskName : '转出单位'}）`)
    .text(`${deskName}：${isElsewhere ? federationName : '你们'}转来的第 ${number} 号转介单`)
    .text('□ 已收到，由 ____________________ 办理，电话 ____________________')
    .text('□ 已办结，结果：________________________________________________')
    .text('□ 退回，原因：__________________________________________________')
    .text('签字 ____________________     日期 ________ 年 ____ 月 ____ 日     （盖章）')
    .bytes();
}
