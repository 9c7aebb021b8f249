import {
  type AssignMediator,
  type ChangeMediator,
  type Day,
  type DeclareRecusal,
  type EndMediation,
  type Mediation,
  type MediationEnd,
  mediationEnds,
  type MediationWish,
  mediationWishes,
  type Mediator,
  type MediatorChoice,
  mediatorLimits,
  type MediatorSkill,
  mediatorSkills,
  type MediatorState,
  mediatorStates,
  type NewMediator,
  type RecusalKind,
  recusalKinds,
  type RefusalCode,
  refusals,
  type TicketMediation,
  type WishOfMediation,
} from '@niangjia/shared';
import { ClaimCodeBody } from '../case-ticket';
import {
  DayField,
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
  Yes,
} from '../platform/http/fields';

const codes = Object.keys(refusals);

class MediatorFacts {
  @Text(mediatorLimits.nameChars)
  name!: string;

  @ListOf(mediatorSkills, mediatorLimits.skills)
  skills!: MediatorSkill[];

  @DayField()
  fromDay!: Day;

  @DayField()
  toDay!: Day;
}

export class NewMediatorBody extends MediatorFacts implements NewMediator {
  @Identifier()
  federationId!: string;
}

export class ChangeMediatorBody extends MediatorFacts implements ChangeMediator {
  @OneOf(mediatorStates)
  state!: MediatorState;

  @WholeNumber({ min: 1 })
  version!: number;
}

export class MediatorView implements Mediator {
  @Identifier()
  id!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @Text({ min: 0 })
  name!: string;

  @ListOf(mediatorSkills)
  skills!: MediatorSkill[];

  @DayField()
  fromDay!: Day;

  @DayField()
  toDay!: Day;

  @OneOf(mediatorStates)
  state!: MediatorState;

  @WholeNumber({ min: 1 })
  version!: number;
}

class MediationView implements Mediation {
  @Identifier()
  id!: string;

  @Identifier()
  mediatorId!: string;

  @Text({ min: 0 })
  mediatorName!: string;

  @Moment()
  assignedAt!: string;

  @Moment({ nullable: true })
  endedAt!: string | null;

  @OneOf(mediationEnds, { nullable: true })
  ended!: MediationEnd | null;

  @FreeText({ nullable: true })
  note!: string | null;
}

class MediatorChoiceView implements MediatorChoice {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @ListOf(mediatorSkills)
  skills!: MediatorSkill[];

  @Text()
  federationName!: string;

  @OneOf(codes, { nullable: true })
  whyNot!: RefusalCode | null;
}

export class TicketMediationView implements TicketMediation {
  @OneOf(codes, { nullable: true })
  whyNot!: RefusalCode | null;

  @Part(() => MediationView, { nullable: true })
  current!: Mediation | null;

  @ListOf(() => MediationView)
  past!: Mediation[];

  @ListOf(() => MediatorChoiceView)
  choices!: MediatorChoice[];
}

export class AssignMediatorBody implements AssignMediator {
  @Identifier()
  mediatorId!: string;

  @Yes('先问她愿不愿意调解。她愿意才能请。')
  agreed!: true;
}

export class DeclareRecusalBody implements DeclareRecusal {
  @Identifier()
  mediatorId!: string;

  @OneOf(recusalKinds)
  kind!: RecusalKind;

  @FreeText({ ...mediatorLimits.noteChars, optional: true })
  note?: string;
}

export class EndMediationBody implements EndMediation {
  @FreeText({ ...mediatorLimits.noteChars, optional: true })
  note?: string;
}

export class WishOfMediationBody extends ClaimCodeBody implements WishOfMediation {
  @OneOf(mediationWishes)
  wish!: MediationWish;
}
