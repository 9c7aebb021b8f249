import {
  type BarByHer,
  type BarRequest,
  type PostKind,
  postKinds,
  type SeeingPerson,
  type WhoSees,
  type WithdrawBarRequest,
} from '@niangjia/shared';
import { Flag, Identifier, ListOf, OneOf, Text } from '../platform/http/fields';
import { ClaimCodeBody } from './case-ticket.dto';

export class BarByHerBody extends ClaimCodeBody implements BarByHer {
  @Identifier()
  accountId!: string;

  @Flag()
  barred!: boolean;
}

export class WithdrawBarRequestBody extends ClaimCodeBody implements WithdrawBarRequest {
  @Identifier()
  requestId!: string;
}

class SeeingPersonView implements SeeingPerson {
  @Identifier()
  accountId!: string;

  @Text()
  name!: string;

  @OneOf(postKinds)
  postKind!: PostKind;

  @Text()
  federationName!: string;

  @Flag()
  isBarred!: boolean;

  @Flag()
  mayChange!: boolean;
}

class BarRequestView implements BarRequest {
  @Identifier()
  id!: string;

  @Text()
  who!: string;
}

export class WhoSeesView implements WhoSees {
  @ListOf(() => SeeingPersonView)
  people!: SeeingPerson[];

  @ListOf(() => BarRequestView)
  requests!: BarRequest[];
}
