import type { Division } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';

interface Props {
  search: string;
  /** The likeliest first. */
  meant: readonly Division[];
  onOpen: (division: Division) => void;
}

/** 没找到「金糖」。是不是找：金汤社区？ */
export function NotFound({ search, meant, onOpen }: Props) {
  const [likeliest] = meant;
  if (!likeliest) return <Note title={`没找到「${search}」。换个字，或从下面的乡镇里选。`} />;
  return (
    <Note title={`没找到「${search}」。是不是找：${likeliest.name}？`}>
      {meant.map((division) => (
        <Button key={division.code} look="second" onTap={() => onOpen(division)}>
          {`看${division.name}`}
        </Button>
      ))}
    </Note>
  );
}
