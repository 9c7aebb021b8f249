import { Choices } from '@/components/choice';
import { Refused, type Fault } from '@/platform/refused';

const lawfulWords = 'lawful';
const options = [{ value: lawfulWords, label: '这些话我看过，是合法的，照原样保存' }] as const;

export const isOfWording = (fault: Fault | undefined): boolean =>
  fault instanceof Refused && fault.code === 'job_wording';

interface Props {
  lawful: boolean;
  onChange: (lawful: boolean) => void;
}

/** The check finds phrases and does not understand them: a person may know better, and answers for it. */
export const LawfulWording = ({ lawful, onChange }: Props) => (
  <Choices
    label="查错了？（选填）"
    hint="比如“我们不问婚育情况”被当成了在问。勾了就能保存，谁在什么时候勾的会记下来。"
    look="rows"
    options={options}
    chosen={lawful ? [lawfulWords] : []}
    onChoose={(chosen) => onChange(chosen.length > 0)}
  />
);
