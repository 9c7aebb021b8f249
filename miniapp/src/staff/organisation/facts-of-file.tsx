import { View } from '@tarojs/components';
import {
  establishmentModeLabels,
  federationKindLabels,
  federationLevelLabels,
  federationSectorLabels,
  partnerRoleLabels,
  type OrganisationFile,
} from '@niangjia/shared';
import { Facts, type Fact } from '@/components/facts';
import { Heading } from '@/components/heading';

const factsOf = (file: OrganisationFile): Fact[] => [
  { name: '类型', words: federationKindLabels[file.kind] },
  { name: '层级', words: federationLevelLabels[file.level] },
  { name: '领域', words: federationSectorLabels[file.sector] },
  { name: '组建方式', words: establishmentModeLabels[file.establishmentMode] },
  ...file.partners.map(({ name, role }) => ({ name: partnerRoleLabels[role], words: name })),
  { name: '建档', words: file.enteredOn },
  ...(file.convertedOn && file.convertedFrom
    ? [
        {
          name: '转设',
          words: `${file.convertedOn}，原是${federationKindLabels[file.convertedFrom]}`,
        },
      ]
    : []),
];

/** What it is, since when, and where it lay before. */
export const FactsOfFile = ({ file }: { file: OrganisationFile }) => (
  <View className="stack">
    <Facts facts={factsOf(file)} />
    {file.moves.length > 0 && (
      <>
        <Heading>移动记录</Heading>
        <Facts
          facts={file.moves.map(({ movedOn, fromName, toName, reason }) => ({
            name: movedOn,
            words: `从${fromName}移到${toName} · ${reason}`,
          }))}
        />
      </>
    )}
  </View>
);
