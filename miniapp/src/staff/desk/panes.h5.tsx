import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nameInAddress } from '@/platform/address';
import { focusAlong, focusOn, isFocusIn } from '@/platform/focus';
import { useKey } from '@/platform/keys';
import { usePageQuery } from '@/platform/navigate';
import { useWide } from '@/platform/wide';
import { OneTicket } from '../case-ticket/one-ticket';
import { openTicket, type PanesProps } from './panes-props';
import './panes.scss';

const rows = '.ticket-row';
const pane = '.panes__ticket';

/** At a PC the ticket that she opened stands beside the list, and the address tells which. */
export function Panes({ list, onChanged, onLost }: PanesProps) {
  const wide = useWide();
  const asked = usePageQuery()['id'];
  const [openId, setOpenId] = useState(asked);
  const open = (id: string | undefined) => {
    setOpenId(id);
    nameInAddress({ id });
  };

  // An address that was copied at a PC and opened on a phone.
  useEffect(() => {
    if (asked && !wide) openTicket(asked);
  }, []);
  useKey('j', () => focusAlong(rows, 1));
  useKey('k', () => focusAlong(rows, -1));
  useKey('Escape', () => {
    if (!openId || isFocusIn(`${pane} input, ${pane} textarea`))
      return focusOn(openId ? pane : rows);
    focusAlong(`${rows}[aria-current=true]`, 1);
    open(undefined);
  });

  return (
    <View className="panes">
      <View className="panes__list stack">
        {list({
          openId: wide ? openId : undefined,
          onOpen: wide ? (id) => (open(id), focusOn(pane)) : openTicket,
        })}
      </View>
      {wide && (
        <section className="panes__ticket" aria-label="打开的求助" tabIndex={-1}>
          {openId ? (
            <OneTicket
              key={openId}
              id={openId}
              level={2}
              onLearnt={onChanged}
              onLost={() => onLost(openId)}
              onGone={() => open(undefined)}
            />
          ) : (
            <Text className="note">点一件求助，就在这里打开。</Text>
          )}
        </section>
      )}
    </View>
  );
}
