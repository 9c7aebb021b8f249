import { type SecondFactor, secondFactorDigits, type SecondFactorKey } from '@niangjia/shared';
import { Flag, Text } from '../platform/http/fields';

const digitsOnly = {
  is: new RegExp(`^\\d{${secondFactorDigits}}$`),
  say: `填验证器上的 ${secondFactorDigits} 位数字。`,
};

export class ProofBody {
  @Text({ max: 20, pattern: digitsOnly, description: '验证器上现在的数字' })
  digits!: string;
}

export class SecondFactorView implements SecondFactor {
  @Flag()
  isSetUp!: boolean;

  @Flag({ description: '这次登录里刚刚验证过' })
  isFresh!: boolean;

  @Text({ nullable: true, description: '演示人物的代号；别人是 null' })
  demonstration!: string | null;
}

export class SecondFactorKeyView implements SecondFactorKey {
  @Text({ description: 'otpauth 地址，只给这一次' })
  uri!: string;

  @Text({ description: '同一个密钥，供手输' })
  key!: string;
}
