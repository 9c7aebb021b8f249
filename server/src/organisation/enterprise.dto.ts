import {
  type Day,
  type Enterprise,
  type EnterpriseChange,
  type EnterpriseFacts,
  enterpriseLimits,
  type EnterpriseQuery,
  type NewEnterprise,
} from '@niangjia/shared';
import { DayField, Flag, Identifier, OneOf, Text, WholeNumber } from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';

export class EnterpriseQueryDto extends PageQueryDto implements EnterpriseQuery {
  @OneOf(['key'], { optional: true })
  only?: 'key';
}

class EnterpriseFactsBody implements EnterpriseFacts {
  @Text(enterpriseLimits.nameChars)
  name!: string;

  @Flag()
  hasPartyOrganisation!: boolean;

  @WholeNumber(enterpriseLimits.femaleStaff)
  femaleStaff!: number;

  @DayField()
  asOf!: Day;
}

export class NewEnterpriseBody extends EnterpriseFactsBody implements NewEnterprise {
  @Identifier()
  federationId!: string;
}

export class EnterpriseChangeBody extends EnterpriseFactsBody implements EnterpriseChange {
  @WholeNumber({ min: 1 })
  version!: number;
}

export class EnterpriseView extends EnterpriseFactsBody implements Enterprise {
  @Identifier()
  id!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @Flag()
  isKey!: boolean;

  @WholeNumber()
  version!: number;
}
