import { useState } from 'react';
import {
  accountEndpoints,
  mediationEndpoints,
  mediatorLimits,
  mediatorSkillLabels,
  mediatorSkills,
  mediatorStateLabels,
  mediatorStates,
  type Mediator,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice, Choices } from '@/components/choice';
import { Field } from '@/components/field';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { beginMediator, factsOf, faultsOf, type TypedMediator } from './typed-mediator';

const skills = mediatorSkills.map((value) => ({ value, label: mediatorSkillLabels[value] }));
const states = mediatorStates.map((value) => ({ value, label: mediatorStateLabels[value] }));

interface Props {
  /** Undefined for a new one. */
  mediator?: Mediator;
  onSaved: () => void;
  onClose: () => void;
}

export function MediatorSheet({ mediator, onSaved, onClose }: Props) {
  const [typed, setTyped] = useState(() => beginMediator(mediator));
  const [tried, setTried] = useState(false);
  const adding = useSend(mediationEndpoints.add);
  const changing = useSend(mediationEndpoints.change);
  const type = (part: Partial<TypedMediator>) => setTyped((before) => ({ ...before, ...part }));
  const faults = tried ? faultsOf(typed) : {};

  const save = async () => {
    setTried(true);
    if (Object.keys(faultsOf(typed)).length > 0) return;
    const facts = factsOf(typed);
    const saved = mediator
      ? await changing.send({
          params: { id: mediator.id },
          body: { ...facts, state: typed.state, version: mediator.version },
        })
      : await adding.send({ body: { ...facts, federationId: typed.federationId ?? '' } });
    if (saved) onSaved();
  };

  return (
    <Sheet title={mediator ? mediator.name : '加一位调解员'} onClose={onClose}>
      {!mediator && (
        <Owner
          chosen={typed.federationId}
          error={faults.federationId}
          onChoose={(federationId) => type({ federationId })}
        />
      )}
      <Field
        label="姓名"
        initial={typed.name}
        max={mediatorLimits.nameChars.max}
        error={faults.name}
        onText={(name) => type({ name })}
      />
      <Choices
        label="擅长什么"
        error={faults.skills}
        options={skills}
        chosen={typed.skills}
        onChoose={(next) => type({ skills: next })}
      />
      <Field
        label="聘期第一天"
        hint="比如 2026年1月1日"
        initial={typed.fromDay}
        error={faults.fromDay}
        onText={(fromDay) => type({ fromDay })}
      />
      <Field
        label="聘期最后一天"
        initial={typed.toDay}
        error={faults.toDay}
        onText={(toDay) => type({ toDay })}
      />
      {mediator && (
        <Choice
          label="现在"
          options={states}
          chosen={typed.state}
          onChoose={(state) => type({ state })}
        />
      )}
      <FaultNote fault={adding.fault ?? changing.fault} />
      <Button busy={adding.busy || changing.busy} onTap={() => void save()}>
        保存
      </Button>
    </Sheet>
  );
}

interface OwnerProps {
  chosen?: string;
  error?: string;
  onChoose: (federationId: string) => void;
}

/** The federation whose roster it is: one of those that she works for. */
function Owner({ chosen, error, onChoose }: OwnerProps) {
  const me = useQuery(accountEndpoints.me, {});
  return (
    <PageState query={me}>
      {({ posts }) => (
        <Choice
          label="哪个妇联的名册"
          look="rows"
          error={error}
          options={posts
            .filter(({ actions }) => actions.includes('case_ticket.triage'))
            .map(({ federationId, federationName }) => ({
              value: federationId,
              label: federationName,
            }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </PageState>
  );
}
