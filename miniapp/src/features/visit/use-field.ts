import { useEffect, useSyncExternalStore } from 'react';
import { useSessionToken } from '@/platform/session';
import type { FieldActs, FieldView } from './field';
import { followSignedIn, herField } from './her-field';

const acts: FieldActs = {
  addVisit: herField.addVisit,
  addLink: herField.addLink,
  leaveLink: herField.leaveLink,
  askTicket: herField.askTicket,
  putRight: herField.putRight,
  takeBack: herField.takeBack,
  dismissEnded: herField.dismissEnded,
  hasCopied: herField.hasCopied,
  sayToday: herField.sayToday,
  newId: herField.newId,
  draft: herField.draft,
  saveDraft: herField.saveDraft,
  dropDraft: herField.dropDraft,
  syncNow: () => herField.syncNow(),
};

/** Her women, tasks and visits as they stand on this phone, and what she can do without a network. */
export const useField = (): FieldView & FieldActs => {
  const token = useSessionToken();
  useEffect(() => void followSignedIn(), [token]);
  const view = useSyncExternalStore(herField.watch, herField.view);
  return { ...view, ...acts };
};
