import type { PropsWithChildren } from 'react';
import { Text } from '@tarojs/components';
import { dayInWords, linkStateLabels, type LinkOfHers } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';

const factsOf = ({ federationName, linkedOn, state, kept }: LinkOfHers) => [
  { name: '组织', words: federationName },
  { name: '开始', words: dayInWords(linkedOn) },
  { name: '现在', words: linkStateLabels[state] },
  { name: '记着', words: kept },
];

/** Who has her on the list, since when, and what is written down. */
export const LinkCard = ({ link, children }: PropsWithChildren<{ link: LinkOfHers }>) => (
  <Card>
    <Heading>{link.committeeMemberName}</Heading>
    <Facts facts={factsOf(link)} />
    <Text className="note">走访时写的话这里不显示。想看，到妇联当面看。</Text>
    {children}
  </Card>
);
