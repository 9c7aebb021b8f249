import {
  type Account,
  accountLimits,
  type Action,
  actions,
  type DemonstrationPerson,
  type FederationLevel,
  federationLevels,
  type HeldPost,
  type PostKind,
  postKinds,
  type Session,
  type SignIn,
} from '@niangjia/shared';
import { Flag, Identifier, ListOf, Moment, OneOf, Part, Text } from '../platform/http/fields';

export class SignInBody implements SignIn {
  @Text(accountLimits.demonstrationIdChars)
  demonstration!: string;
}

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

export class SessionView implements Session {
  @Text({ description: '只给这一次' })
  token!: string;

  @Moment()
  expiresAt!: string;

  @Part(() => AccountView)
  account!: Account;
}

export class SessionEndedView {
  @Flag()
  ended!: boolean;
}

export class DemonstrationPersonView implements DemonstrationPerson {
  @Text()
  id!: string;

  @Text()
  name!: string;

  @Text()
  role!: string;
}
