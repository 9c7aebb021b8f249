import { useRef, useState } from 'react';
import {
  caseTicketKindLabels,
  ledgerLimits,
  visitLimits,
  type LinkMade,
  type VisitMade,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import type { PutRight } from '@/features/visit/field';
import type { Field } from '../field-page';

interface Part<Fact> {
  fact: Fact;
  put: (part: PutRight) => void;
}

/** The words of a visit; who, when and how stay as she wrote them. */
export function VisitPart({ field, fact, put }: Part<VisitMade> & { field: Field }) {
  const [linkId, setLinkId] = useState<string>();
  const isNobody = !field.women.some(({ id }) => id === fact.linkId);
  const choose = (id: string) => {
    setLinkId(id);
    put({ linkId: id });
  };
  const needs = useRef(fact.needs);
  const write = (at: number, text: string) => {
    needs.current = needs.current.map((need, index) => (index === at ? { ...need, text } : need));
    put({ needs: needs.current });
  };
  return (
    <>
      {isNobody && (
        <Choice
          label="去看了谁"
          hint="名单上有她才选。没有她，就关上。"
          look="rows"
          options={field.women.map(({ id, name, address }) => ({
            value: id,
            label: name,
            note: address ?? undefined,
          }))}
          chosen={linkId}
          onChoose={choose}
        />
      )}
      {fact.needs.map(({ id, kind, text }, at) => (
        <TextField
          key={id}
          label={caseTicketKindLabels[kind]}
          lines={2}
          max={visitLimits.needChars.max}
          initial={text}
          onText={(words) => write(at, words)}
        />
      ))}
      <TextField
        label="备注"
        optional
        lines={2}
        max={visitLimits.noteChars.max}
        initial={fact.note}
        onText={(note) => put({ note: note.trim() || undefined })}
      />
    </>
  );
}

/** What is written down of a woman. */
export function LinkPart({ field, fact, put }: Part<LinkMade> & { field: Field }) {
  const [gridId, setGridId] = useState(fact.gridId);
  const choose = (id: string) => {
    setGridId(id);
    put({ gridId: id });
  };
  return (
    <>
      <Choice
        label="哪个网格"
        options={field.grids.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={gridId}
        onChoose={choose}
      />
      <TextField
        label="姓名"
        max={ledgerLimits.nameChars.max}
        initial={fact.name}
        onText={(name) => put({ name: name.trim() })}
      />
      <TextField
        label="电话"
        optional
        kind="phone"
        initial={fact.phone}
        onText={(phone) => put({ phone: phone.trim() || undefined })}
      />
      <TextField
        label="住址"
        optional
        max={ledgerLimits.addressChars.max}
        initial={fact.address}
        onText={(address) => put({ address: address.trim() || undefined })}
      />
    </>
  );
}
