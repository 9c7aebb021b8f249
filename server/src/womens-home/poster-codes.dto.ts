import { type PointPosterCode, type PosterCode, womensHomeLimits } from '@niangjia/shared';
import { Identifier, Moment, Text } from '../platform/http/fields';

const plain = { is: /^[0-9A-Za-z]+$/, say: '码只有数字和字母。照墙上印的写。' };

export class PosterCodeParams {
  @Text({ ...womensHomeLimits.codeChars, pattern: plain })
  code!: string;
}

export class PointPosterCodeBody implements PointPosterCode {
  @Identifier()
  womensHomeId!: string;
}

export class PosterCodeView implements PosterCode {
  @Text()
  code!: string;

  @Identifier()
  womensHomeId!: string;

  @Moment({ nullable: true })
  endedAt!: string | null;
}
