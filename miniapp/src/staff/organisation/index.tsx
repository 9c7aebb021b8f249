import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { HerFederations } from './her-federations';
import { OneOrganisation } from './one-organisation';

export default function OrganisationPage() {
  const { id } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>{id ? <OneOrganisation id={id} /> : <HerFederations />}</SignedIn>
    </Screen>
  );
}
