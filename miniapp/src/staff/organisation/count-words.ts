import {
  federationKindLabels,
  federationSectorLabels,
  postKindLabels,
  womensHomeKindLabels,
  type CountOfKind,
} from '@niangjia/shared';

const kinds: Record<string, string> = {
  ...womensHomeKindLabels,
  ...postKindLabels,
  ...federationKindLabels,
};

type Kind = Pick<CountOfKind, 'kind' | 'sector'>;

/** `妇联 · 企业`, `妇女之家`, `执委`. */
export const kindWords = ({ kind, sector }: Kind): string =>
  [kinds[kind] ?? kind, sector && federationSectorLabels[sector]].filter(Boolean).join(' · ');
