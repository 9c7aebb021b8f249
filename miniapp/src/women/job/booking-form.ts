import { bookingLimits, type Book } from '@niangjia/shared';

export interface BookingForm {
  care: 'yes' | 'no' | 'unsaid';
  /** Her tick, off at first: the employer may see her name and phone. */
  shares: boolean;
  name: string;
  phone: string;
  remark: string;
}

export const nothingSaid: BookingForm = {
  care: 'unsaid',
  shares: false,
  name: '',
  phone: '',
  remark: '',
};

const fullWidthZero = '０'.charCodeAt(0);

/** `１３８ 0000-0000` becomes `13800000000`. */
const phoneOf = (typed: string): string =>
  typed
    .replace(/[\s-]/g, '')
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - fullWidthZero));

/** What is missing, by field. Nothing is asked of her who does not share. */
export function whyNotSend({ shares, name, phone }: BookingForm): {
  name?: string;
  phone?: string;
} {
  if (!shares) return {};
  const digits = phoneOf(phone).length;
  const isPhone = digits >= bookingLimits.phoneChars.min && digits <= bookingLimits.phoneChars.max;
  return {
    ...(name.trim() === '' && { name: '填一下您的姓名。' }),
    ...(!isPhone && { phone: '填一下您的电话。' }),
  };
}

/** Only what she agreed to: without her tick neither name nor phone nor remark leaves the phone. */
export const bodyOf = ({ care, shares, name, phone, remark }: BookingForm): Book => ({
  ...(care !== 'unsaid' && { declaresCare: care === 'yes' }),
  ...(shares && { shareWithEmployer: { name: name.trim(), phone: phoneOf(phone) } }),
  ...(shares && remark.trim() !== '' && { remark: remark.trim() }),
});
