import {
  type Division,
  type DivisionQuery,
  divisionLimits,
  type EstablishmentMode,
  establishmentModes,
  type Federation,
  type FederationKind,
  federationKinds,
  type FederationLevel,
  federationLevels,
  type FederationSector,
  federationSectors,
  type PartnerRole,
  partnerRoles,
  type PartnerUnit,
} from '@niangjia/shared';
import { Identifier, ListOf, OneOf, Text } from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';

export class DivisionsQuery extends PageQueryDto implements DivisionQuery {
  @Text({ ...divisionLimits.codeChars, optional: true })
  parentCode?: string;

  @Text({ ...divisionLimits.searchChars, optional: true })
  search?: string;
}

class PartnerUnitView implements PartnerUnit {
  @Text()
  name!: string;

  @OneOf(partnerRoles)
  role!: PartnerRole;
}

export class FederationView implements Federation {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @OneOf(federationKinds)
  kind!: FederationKind;

  @OneOf(federationSectors)
  sector!: FederationSector;

  @OneOf(federationLevels)
  level!: FederationLevel;

  @Identifier({ nullable: true })
  parentId!: string | null;

  @Text({ nullable: true })
  divisionCode!: string | null;

  @OneOf(establishmentModes)
  establishmentMode!: EstablishmentMode;

  @ListOf(() => PartnerUnitView)
  partners!: PartnerUnit[];
}

export class DivisionView implements Division {
  @Text()
  code!: string;

  @Text()
  name!: string;

  @OneOf(federationLevels.filter((level) => level !== 'unit'))
  level!: Division['level'];

  @Text({ nullable: true })
  parentCode!: string | null;
}
