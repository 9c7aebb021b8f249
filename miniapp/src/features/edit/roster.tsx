import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import './editor.scss';
import type { List } from '@/platform/use-list';

interface Rows<T> {
  /** Reads the list; called only once she asked for it. */
  useRows: () => List<T>;
  empty: string;
  children: (row: T) => ReactNode;
}

interface Props<T> extends Rows<T> {
  title: string;
  words: string;
  button: string;
}

/** Who comes, read only when she asks for it: every reading is logged. */
export function Roster<T extends { id: string }>({ title, words, button, ...rows }: Props<T>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="editor__end stack">
      <Heading>{title}</Heading>
      <Text>{words}</Text>
      <Text className="note">名单打开一次就记一次：谁看的、什么时候看的。</Text>
      {open ? (
        <Names {...rows} />
      ) : (
        <Button look="second" onTap={() => setOpen(true)}>
          {button}
        </Button>
      )}
    </View>
  );
}

function Names<T extends { id: string }>({ useRows, empty, children }: Rows<T>) {
  const list = useRows();
  return (
    <View className="stack">
      <PageState query={list} isEmpty={(rows) => rows.length === 0} empty={<Text>{empty}</Text>}>
        {(rows) => (
          <View className="desk-list">
            {rows.map((row) => (
              <View key={row.id} className="roster__row">
                {children(row)}
              </View>
            ))}
          </View>
        )}
      </PageState>
      <More of={list} />
    </View>
  );
}
