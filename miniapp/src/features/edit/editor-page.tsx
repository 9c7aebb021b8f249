import { Fragment, useState, type ReactNode } from 'react';
import { Text } from '@tarojs/components';
import { accountEndpoints, type Action } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery, type Query } from '@/platform/use-query';
import type { Owner } from './federation-choice';
import type { Kept } from './use-saving';

type Known = Kept & Owner & { id: string };

/** What an editor is given: undefined as `newest` while it is a new one. */
export interface Editing<K> {
  /** The federations it may belong to. */
  owners: readonly Owner[];
  newest: K | undefined;
  onLearn: (known: K) => void;
  onConflict: () => void;
  onStartOver: () => void;
}

interface Props<K> {
  /** Reads one; waits while there is no id. */
  useOne: (id: string | undefined) => Query<K>;
  /** What a new one needs. */
  action: Action;
  /** Heading while there is nothing to edit. */
  title: string;
  /** Said to whoever may not make one. */
  notHers: string;
  children: (editing: Editing<K>) => ReactNode;
}

/** The page of one thing that staff write: the one named in its address, or a new one. */
export function EditorPage<K extends Known>(props: Props<K>) {
  const { id } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <OneOrNew id={id} {...props} />
      </SignedIn>
    </Screen>
  );
}

function OneOrNew<K extends Known>({
  id,
  useOne,
  action,
  title,
  notHers,
  children,
}: Props<K> & { id?: string }) {
  const [learnt, onLearn] = useState<K>();
  const [round, setRound] = useState(0);
  const read = useOne(id ?? learnt?.id);
  const newest = newerOf(read.data, learnt);
  const mine = useOwners(action, id === undefined);
  const owners = id === undefined ? mine : { ...read, data: newest && [newest] };
  useReturned(() => owners.fault && owners.again());

  const rest = { onLearn, onConflict: read.again, onStartOver: () => setRound(round + 1) };
  return (
    <PageState<readonly Owner[]>
      query={owners}
      title={title}
      isEmpty={(all) => all.length === 0}
      empty={<Text>{notHers}</Text>}
    >
      {(all) => <Fragment key={round}>{children({ owners: all, newest, ...rest })}</Fragment>}
    </PageState>
  );
}

/** As it was read, or as the last act answered. */
const newerOf = <K extends Kept>(read: K | undefined, learnt: K | undefined): K | undefined =>
  learnt && (!read || learnt.version >= read.version) ? learnt : read;

/** The federations for which her posts let her do it. */
function useOwners(action: Action, isWanted: boolean): Query<Owner[]> {
  const me = useQuery(accountEndpoints.me, isWanted ? {} : undefined);
  const owners = me.data?.posts
    .filter(({ actions }) => actions.includes(action))
    .map(({ federationId, federationName }) => ({ federationId, federationName }));
  return { ...me, data: owners };
}
