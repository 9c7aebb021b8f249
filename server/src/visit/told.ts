import type { News } from '../notification';

/** In neutral words: somebody else may be looking. */
export const toldHandedOver = (linkId: string, name: string): News => ({
  kind: 'link_handed_over',
  aboutId: linkId,
  text: `以后由${name}和您联系。`,
});
