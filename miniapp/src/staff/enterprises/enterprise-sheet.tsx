import { useState } from 'react';
import { accountEndpoints, enterpriseEndpoints, type Enterprise } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { FederationChoice } from '@/features/edit/federation-choice';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { readEnterprise, typedEnterprise } from './typed-enterprise';

interface Props {
  /** Undefined for a new one. */
  known: Enterprise | undefined;
  onSaved: () => void;
  onClose: () => void;
}

const yesOrNo = [
  { value: 'yes', label: '有' },
  { value: 'no', label: '没有' },
] as const;

export function EnterpriseSheet({ known, onSaved, onClose }: Props) {
  const adding = useSend(enterpriseEndpoints.add);
  const changing = useSend(enterpriseEndpoints.change);
  const { data: me } = useQuery(accountEndpoints.me, {});
  const owners = (me?.posts ?? []).filter(({ actions }) => actions.includes('organisation.edit'));
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState(() => typedEnterprise(known));
  const [tried, setTried] = useState(false);
  const { facts, faults } = readEnterprise(typed);
  const federationId = chosen ?? owners[0]?.federationId;

  const save = async () => {
    setTried(true);
    if (!facts) return;
    const saved = known
      ? await changing.send({
          params: { id: known.id },
          body: { ...facts, version: known.version },
        })
      : federationId && (await adding.send({ body: { ...facts, federationId } }));
    if (saved) onSaved();
  };
  const said = (fault: string | undefined) => (tried ? fault : undefined);
  return (
    <Sheet title={known ? '改企业情况' : '记一家企业'} onClose={onClose}>
      {!known && federationId && (
        <FederationChoice owners={owners} chosen={federationId} onChoose={setChosen} />
      )}
      <Field
        label="企业名称"
        initial={typed.name}
        error={said(faults.name)}
        onText={(name) => setTyped({ ...typed, name })}
      />
      <Choice
        label="有没有党组织"
        options={yesOrNo}
        chosen={typed.party}
        error={said(faults.party)}
        onChoose={(party) => setTyped({ ...typed, party })}
      />
      <Field
        label="女职工多少人"
        kind="number"
        initial={typed.femaleStaff}
        error={said(faults.femaleStaff)}
        onText={(femaleStaff) => setTyped({ ...typed, femaleStaff })}
      />
      <Field
        label="哪一天的数"
        hint="比如：2026-3-8"
        initial={typed.asOf}
        error={said(faults.asOf)}
        onText={(asOf) => setTyped({ ...typed, asOf })}
      />
      <FaultNote fault={adding.fault ?? changing.fault} />
      <Button busy={adding.busy || changing.busy} onTap={() => void save()}>
        保存
      </Button>
    </Sheet>
  );
}
