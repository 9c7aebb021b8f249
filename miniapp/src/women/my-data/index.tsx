import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  accountEndpoints,
  dayOf,
  momentInWords,
  readRfc3339,
  staysAfterHerAccount,
  ticketsInHerFile,
  type MyData,
  type MyDataPart,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cell } from '@/components/cell';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { goTo } from '@/platform/navigate';
import { handOver } from '@/platform/hand-over';
import type { HandedOver } from '@/platform/handed-over';
import { useQuery } from '@/platform/use-query';

export default function MyDataPage() {
  return (
    <Screen>
      <Heading level={1}>我的数据</Heading>
      <Hers>
        <Text className="fact">{ticketsInHerFile}</Text>
        <Mine />
        <Card>
          <Heading>删了账号还留着的</Heading>
          {staysAfterHerAccount.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Card>
        <Cell
          title="删除账号"
          facts={['报的名、约的班次一起取消']}
          onTap={() => goTo('/women/leave/index')}
        />
      </Hers>
    </Screen>
  );
}

const afterwards: Record<HandedOver, string> = {
  saved: '存到这台机器上了。在“下载”里能找到。',
  shared: '发出去了。',
  copied: '内容复制了。打开一个能写字的地方，粘贴就行。',
  none: '没有发成。再试一次。',
};

function Mine() {
  const data = useQuery(accountEndpoints.myData, {});
  const [handed, setHanded] = useState<HandedOver>();
  const take = async (mine: MyData) =>
    setHanded(await handOver(fileNameOf(mine), JSON.stringify(mine, null, 2)));
  return (
    <PageState query={data}>
      {(mine) => (
        <>
          {mine.parts.map((part) => (
            <Part key={part.name} part={part} />
          ))}
          {handed && <Note tone={handed === 'none' ? 'warn' : 'ok'} title={afterwards[handed]} />}
          <Button onTap={() => void take(mine)}>导出一份</Button>
        </>
      )}
    </PageState>
  );
}

/** What each field is kept for, and by her tap what stands in it. */
function Part({ part: { name, fields, rows } }: { part: MyDataPart }) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Heading>{`${name}（${rows.length} 条）`}</Heading>
      <Facts facts={Object.entries(fields).map(asFact)} />
      {rows.length > 0 && (
        <Button
          look="text"
          spoken={`${open ? '收起' : '看'}${name}的内容`}
          onTap={() => setOpen(!open)}
        >
          {open ? '收起' : '看内容'}
        </Button>
      )}
      {open && rows.map((row, at) => <Facts key={at} facts={Object.entries(row).map(asFact)} />)}
    </Card>
  );
}

const asFact = ([name, words]: [string, string]) => ({ name, words: said(words) });

const said = (words: string): string => {
  const moment = readRfc3339(words);
  return moment === undefined ? words : momentInWords(moment);
};

const fileNameOf = ({ madeAt }: MyData): string =>
  `我的数据-${dayOf(readRfc3339(madeAt) ?? 0)}.json`;
