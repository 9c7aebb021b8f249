import {
  type Account,
  type Action,
  actions,
  type ElderChoice,
  type FederationLevel,
  federationLevels,
  type HeldPost,
  type MySession,
  type PostKind,
  postKinds,
} from '@niangjia/shared';
import { DayField, Flag, Identifier, ListOf, Moment, OneOf, Text } from '../platform/http/fields';

class HeldPostView implements HeldPost {
  @Identifier()
  id!: string;

  @OneOf(postKinds)
  kind!: PostKind;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @OneOf(federationLevels)
  federationLevel!: FederationLevel;

  @ListOf(actions)
  actions!: Action[];
}

export class AccountView implements Account {
  @Identifier()
  id!: string;

  @Text()
  displayName!: string;

  @Flag({ description: '演示用的虚构人物' })
  isInvented!: boolean;

  @ListOf(() => HeldPostView)
  posts!: HeldPost[];
}

export class ElderChoiceView implements ElderChoice {
  @Flag({ nullable: true, description: '长辈版开没开；没选过就是 null' })
  elder!: boolean | null;
}

export class ElderBody {
  @Flag()
  elder!: boolean;
}

export class SessionEndedView {
  @Flag()
  ended!: boolean;
}

export class MySessionView implements MySession {
  @Identifier()
  id!: string;

  @Moment()
  createdAt!: string;

  @DayField()
  lastUsedDay!: string;

  @Flag({ description: '就是现在这个登录' })
  isCurrent!: boolean;
}
