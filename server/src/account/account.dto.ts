import {
  type Account,
  type Action,
  actions,
  type FederationLevel,
  federationLevels,
  type HeldPost,
  type PostKind,
  postKinds,
} from '@niangjia/shared';
import { Flag, Identifier, ListOf, OneOf, Text } from '../platform/http/fields';

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

export class SessionEndedView {
  @Flag()
  ended!: boolean;
}
