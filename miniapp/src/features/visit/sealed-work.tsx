import { Note } from '@/components/note';

interface Props {
  sealed: number;
  /** Those of them that the service did not take. */
  refused: number;
}

/** What nobody can read on this phone: what becomes of it. */
export function SealedWork({ sealed, refused }: Props) {
  const waiting = sealed - refused;
  return (
    <>
      {waiting > 0 && <Note title={`有 ${waiting} 条已封存，有网自动上传，这里看不到内容。`} />}
      {refused > 0 && (
        <Note
          tone="warn"
          title={`有 ${refused} 条封存的没传成，没有删。请原来那位在这部手机上登录再传；还不行，请联系妇联。`}
        />
      )}
    </>
  );
}
