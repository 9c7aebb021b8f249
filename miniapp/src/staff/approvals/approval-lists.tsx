import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  approvalEndpoints,
  approvalListLabels,
  approvalLists,
  pageLimits,
  type ApprovalList,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { ApprovalCell } from './approval-cell';

const options = approvalLists.map((value) => ({ value, label: approvalListLabels[value] }));

const nothing: Record<ApprovalList, string> = {
  waiting: '现在没有等着批的。',
  asked_by_me: '您没有申请过。',
  decided_by_me: '您没有批过。',
};

/** All that one asks and another decides: what waits in her branch, what she asked, what she decided. */
export function ApprovalLists() {
  const [list, setList] = useState<ApprovalList>('waiting');
  const approvals = useList(approvalEndpoints.list, { query: { list, limit: pageLimits.default } });
  useReturned(approvals.again);
  return (
    <View className="stack">
      <Heading level={1}>审批</Heading>
      <Text className="note">一个人申请，另一个人批。点开那一件，在里面批。</Text>
      <Choice label="看哪些" options={options} chosen={list} onChoose={setList} />
      <PageState
        query={approvals}
        isEmpty={(items) => items.length === 0}
        empty={<Text>{nothing[list]}</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.flatMap(({ ticket, approvals: asked }) =>
              asked.map((approval) => (
                <ApprovalCell
                  key={`${ticket.id}${approval.kind}${approval.askedAt}${approval.askedByName}`}
                  ticket={ticket}
                  approval={approval}
                />
              )),
            )}
          </View>
        )}
      </PageState>
      <More of={approvals} />
    </View>
  );
}
