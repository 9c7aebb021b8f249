import {
  type FieldFact,
  type RefusalCode,
  type SealedFact,
  type SealingKey,
  type SubmitSealed,
  type Synced,
  type SyncFacts,
  syncLimits,
  type SyncOutcome,
  syncOutcomes,
  type SyncResult,
} from '@niangjia/shared';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { EachForItself, Identifier, ListOf, Moment, OneOf, Text } from '../platform/http/fields';
import { factClasses } from './facts.dto';

const classes = Object.values(factClasses);

@ApiExtraModels(...classes)
export class SyncFactsBody implements SyncFacts {
  @EachForItself(classes.map((one) => ({ $ref: getSchemaPath(one) })), {
    min: 0,
    max: syncLimits.factsPerBatch,
  })
  facts!: FieldFact[];
}

export class SealedFactDto implements SealedFact {
  @Identifier()
  id!: string;

  @Text({ max: 16 })
  keyId!: string;

  @Text({
    ...syncLimits.boxChars,
    pattern: { is: /^[\w-]+$/, say: '这一条的格式不对。在原来的手机上登录后再传。' },
  })
  box!: string;
}

export class SubmitSealedBody implements SubmitSealed {
  @ListOf(() => SealedFactDto, { min: 1, max: syncLimits.sealedPerBatch })
  sealed!: SealedFactDto[];
}

export class SyncResultView implements SyncResult {
  @Text({ min: 0 })
  id!: string;

  @OneOf(syncOutcomes)
  outcome!: SyncOutcome;

  @Text({ nullable: true })
  code!: RefusalCode | null;

  @Text({ nullable: true })
  message!: string | null;

  @Identifier({ nullable: true })
  maybeSameAs!: string | null;

  @Identifier({ optional: true })
  firstLinkId?: string;
}

export class SyncedView implements Synced {
  @ListOf(() => SyncResultView)
  results!: SyncResultView[];

  @Moment()
  serverTime!: string;

  @Text({ optional: true })
  sealingKeyId?: string;
}

export class SealingKeyView implements SealingKey {
  @Text()
  id!: string;

  @Text({ description: 'X25519，32 字节，base64url' })
  publicKey!: string;

  @Text()
  submitToken!: string;
}
