import { useState } from 'react';
import { enterpriseEndpoints, type Enterprise } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { FaultNote } from '@/features/account/fault-note';
import { FederationChoice, type Owner } from '@/features/edit/federation-choice';
import { useRefused } from '@/features/edit/use-saving';
import { fieldsOf, isOvertaken } from '@/platform/refused';
import { useSend } from '@/platform/use-send';
import { readEnterprise, typedEnterprise } from './typed-enterprise';

interface Props {
  /** Undefined for a new one. */
  known?: Enterprise;
  /** Of a new one: the federations of which it can be. */
  owners: readonly Owner[];
  onSaved: () => void;
  /** Somebody else was faster. */
  onOvertaken: () => void;
}

const yesOrNo = [
  { value: 'yes', label: '有' },
  { value: 'no', label: '没有' },
] as const;

export function EnterpriseForm({ known, owners, onSaved, onOvertaken }: Props) {
  const adding = useSend(enterpriseEndpoints.add);
  const changing = useSend(enterpriseEndpoints.change);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState(() => typedEnterprise(known));
  const [tried, setTried] = useState(false);
  const { facts, faults } = readEnterprise(typed);
  const federationId = chosen ?? owners[0]?.federationId;
  const fault = adding.fault ?? changing.fault;
  const refused = fieldsOf(fault);
  useRefused(fault, (why) => isOvertaken(why) && onOvertaken());

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
  const said = (wrong: string | undefined, byService: string | undefined) =>
    (tried && wrong) || byService;
  return (
    <>
      {!known && federationId && (
        <FederationChoice owners={owners} chosen={federationId} onChoose={setChosen} />
      )}
      <Field
        label="企业名称"
        initial={typed.name}
        error={said(faults.name, refused.name)}
        onText={(name) => setTyped({ ...typed, name })}
      />
      <Choice
        label="有没有党组织"
        options={yesOrNo}
        chosen={typed.party}
        error={said(faults.party, refused.hasPartyOrganisation)}
        onChoose={(party) => setTyped({ ...typed, party })}
      />
      <Field
        label="女职工多少人"
        kind="number"
        initial={typed.femaleStaff}
        error={said(faults.femaleStaff, refused.femaleStaff)}
        onText={(femaleStaff) => setTyped({ ...typed, femaleStaff })}
      />
      <Field
        label="哪一天的数"
        hint="比如：2026-3-8"
        initial={typed.asOf}
        error={said(faults.asOf, refused.asOf)}
        onText={(asOf) => setTyped({ ...typed, asOf })}
      />
      <FaultNote fault={fault} />
      <Button busy={adding.busy || changing.busy} onTap={() => void save()}>
        保存
      </Button>
    </>
  );
}
