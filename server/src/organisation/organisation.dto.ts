import {
  type CountedItem,
  type CountedQuery,
  countedThings,
  type CountedThing,
  type CountOfKind,
  type Day,
  type FoundFederation,
  foundFederationLimits,
  type FoundFederations,
  type FederationKind,
  federationKinds,
  type FederationSector,
  federationSectors,
  type FederationLevel,
  federationLevels,
  healthHintKinds,
  type HealthHint,
  type MoveFederation,
  type MoveOfFederation,
  type OrganisationFile,
  type OrganisationHealth,
  organisationLimits,
} from '@niangjia/shared';
import { FederationView } from '../federation';
import {
  DayField,
  Flag,
  Identifier,
  ListOf,
  OneOf,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';

export class FindFederationsQuery {
  @Text(foundFederationLimits.wordsChars)
  words!: string;
}

class FoundFederationView implements FoundFederation {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @Text({ nullable: true })
  parentName!: string | null;
}

export class FoundFederationsView implements FoundFederations {
  @ListOf(() => FoundFederationView)
  found!: FoundFederation[];

  @ListOf(() => FoundFederationView)
  meant!: FoundFederation[];
}

export class CountedQueryDto extends PageQueryDto implements CountedQuery {
  @OneOf(countedThings)
  what!: CountedThing;

  @Text(organisationLimits.kindChars)
  kind!: string;

  @OneOf(federationSectors, { optional: true })
  sector?: FederationSector;
}

export class CountedItemView implements CountedItem {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;
}

export class MoveFederationBody implements MoveFederation {
  @Identifier()
  toParentId!: string;

  @DayField()
  movedOn!: Day;

  @Text(organisationLimits.reasonChars)
  reason!: string;
}

export class ConversionBody {
  @DayField()
  convertedOn!: Day;
}

class CountOfKindView implements CountOfKind {
  @OneOf(countedThings)
  what!: CountedThing;

  @Text()
  kind!: string;

  @OneOf(federationSectors, { nullable: true })
  sector!: FederationSector | null;

  @WholeNumber()
  n!: number;
}

class MoveOfFederationView implements MoveOfFederation {
  @Identifier()
  id!: string;

  @DayField()
  movedOn!: Day;

  @Text()
  reason!: string;

  @Text()
  fromName!: string;

  @Text()
  toName!: string;
}

export class OrganisationFileView extends FederationView implements OrganisationFile {
  @DayField()
  enteredOn!: Day;

  @OneOf(federationKinds, { nullable: true })
  convertedFrom!: FederationKind | null;

  @DayField({ nullable: true })
  convertedOn!: Day | null;

  @ListOf(() => CountOfKindView)
  counts!: CountOfKind[];

  @ListOf(() => MoveOfFederationView)
  moves!: MoveOfFederation[];

  @Flag()
  mayEdit!: boolean;

  @Flag()
  mayAppoint!: boolean;
}

class HealthHintView {
  @OneOf(healthHintKinds)
  kind!: HealthHint['kind'];

  @Text()
  text!: string;
}

export class OrganisationHealthView implements OrganisationHealth {
  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @OneOf(federationLevels)
  level!: FederationLevel;

  @OneOf(federationKinds)
  kind!: FederationKind;

  @WholeNumber()
  members!: number;

  @ListOf(() => HealthHintView)
  hints!: HealthHintView[];
}
