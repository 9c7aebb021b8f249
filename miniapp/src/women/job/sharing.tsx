import { bookingLimits } from '@niangjia/shared';
import { Choices } from '@/components/choice';
import { Field } from '@/components/field';
import type { BookingForm } from './booking-form';

interface Props {
  form: BookingForm;
  errors: { name?: string; phone?: string };
  onChange: (part: Partial<BookingForm>) => void;
}

const share = 'share';
const options = [{ value: share, label: '同意把姓名和电话告诉用工单位' }] as const;

/** The employer learns a name and a phone by her tick only, and nothing else ever. */
export const Sharing = ({ form, errors, onChange }: Props) => (
  <>
    <Choices
      label="要让用工单位联系您吗？（选填）"
      hint="不勾，单位只知道有人约了。勾了，也只看到姓名、电话和您捎的话。"
      look="rows"
      options={options}
      chosen={form.shares ? [share] : []}
      onChoose={(chosen) => onChange({ shares: chosen.length > 0 })}
    />
    {form.shares && (
      <>
        <Field
          label="姓名"
          initial={form.name}
          max={bookingLimits.nameChars.max}
          error={errors.name}
          onText={(name) => onChange({ name })}
        />
        <Field
          label="电话"
          kind="phone"
          initial={form.phone}
          error={errors.phone}
          onText={(phone) => onChange({ phone })}
        />
        <Field
          label="捎句话"
          optional
          initial={form.remark}
          max={bookingLimits.remarkChars.max}
          onText={(remark) => onChange({ remark })}
        />
      </>
    )}
  </>
);
