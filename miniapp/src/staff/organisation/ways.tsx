import { useState } from 'react';
import { View } from '@tarojs/components';
import { accountEndpoints, type HeldPost, type OrganisationFile } from '@niangjia/shared';
import { Button } from '@/components/button';
import { PageState } from '@/components/page-state';
import { goTo } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { ConvertSheet } from './convert-sheet';
import { MoveSheet } from './move-sheet';
import type { Step } from './parent-chooser';

/** The tops of the branches in which she may move something. */
const topsOf = (posts: readonly HeldPost[]): Step[] =>
  posts
    .filter(({ actions }) => actions.includes('organisation.edit'))
    .map(({ federationId, federationName }) => ({ id: federationId, name: federationName }));

/** What can be done with it, and what else is known of it. */
export function Ways({ file, onChanged }: { file: OrganisationFile; onChanged: () => void }) {
  const [open, setOpen] = useState<'move' | 'convert'>();
  const me = useQuery(accountEndpoints.me, file.mayEdit ? {} : undefined);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const { id, mayEdit, mayAppoint, parentId, kind } = file;
  return (
    <View className="stack">
      <Button look="second" onTap={() => goTo('/staff/health/index', { id })}>
        组织体检
      </Button>
      {mayAppoint && (
        <Button look="second" onTap={() => goTo('/staff/posts/index', { id })}>
          任职和邀请
        </Button>
      )}
      {mayEdit && kind === 'committee' && (
        <Button look="second" onTap={() => setOpen('convert')}>
          改设为妇联
        </Button>
      )}
      {mayEdit && parentId && (
        <Button look="second" onTap={() => setOpen('move')}>
          换上级
        </Button>
      )}
      {open === 'convert' && (
        <ConvertSheet file={file} onDone={done} onOvertaken={onChanged} onClose={close} />
      )}
      {open === 'move' && (
        <PageState query={me}>
          {({ posts }) => (
            <MoveSheet
              file={file}
              tops={topsOf(posts)}
              onDone={done}
              onOvertaken={onChanged}
              onClose={close}
            />
          )}
        </PageState>
      )}
    </View>
  );
}
