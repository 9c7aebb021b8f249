import {
  type AskUnlock,
  type BarPerson,
  type DecideUnlock,
  deskLimits,
  type Recuse,
  type Recused,
} from '@niangjia/shared';
import { Flag, FreeText, Identifier } from '../platform/http/fields';

export class AskUnlockBody implements AskUnlock {
  @FreeText(deskLimits.reasonChars)
  reason!: string;
}

export class DecideUnlockBody implements DecideUnlock {
  @Identifier()
  accountId!: string;

  @Flag()
  approve!: boolean;
}

export class RecuseBody implements Recuse {
  @FreeText(deskLimits.reasonChars)
  reason!: string;
}

export class RecusedView implements Recused {
  @Flag()
  recused!: boolean;
}

export class BarPersonBody extends RecuseBody implements BarPerson {
  @Identifier()
  accountId!: string;
}
