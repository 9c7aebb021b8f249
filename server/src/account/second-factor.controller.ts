import { type SecondFactor, secondFactorEndpoints, type SecondFactorKey } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { Allow } from '../platform/http/allow';
import { CheckedBody } from '../platform/http/checked';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { type Person, Who } from './person';
import { ProofBody, SecondFactorKeyView, SecondFactorView } from './second-factor.dto';
import { SecondFactors } from './second-factor.service';

@Controller()
export class SecondFactorController {
  constructor(
    private readonly secondFactors: SecondFactors,
    private readonly once: Once,
  ) {}

  @Route(secondFactorEndpoints.state)
  @Allow('signed_in')
  @Replies(SecondFactorView)
  state(@Who() person: Person): Promise<SecondFactor> {
    return this.secondFactors.of(person);
  }

  @Route(secondFactorEndpoints.begin, { creates: true })
  @Allow('signed_in')
  @Replies(SecondFactorKeyView)
  @Refuses('reauth_needed')
  begin(@Req() request: ApiRequest, @Who() person: Person): Promise<SecondFactorKey> {
    return this.once.run(
      request,
      (tx) => this.secondFactors.begin(tx, person),
      (tx) => this.secondFactors.checkMayBegin(tx, person),
    );
  }

  @Route(secondFactorEndpoints.prove)
  @Allow('signed_in')
  @Replies(SecondFactorView)
  @Refuses(
    'second_factor_missing',
    'second_factor_wrong',
    'second_factor_used',
    'second_factor_wait',
  )
  prove(@Who() person: Person, @CheckedBody() { digits }: ProofBody): Promise<SecondFactor> {
    return this.secondFactors.prove(person, digits);
  }
}
