import { Button } from '@/components/button';
import { Note } from '@/components/note';

/** She goes on where she stopped; or begins anew. */
export const ResumedNote = ({ onStartOver }: { onStartOver: () => void }) => (
  <Note title="接着上次填的。">
    <Button look="second" onTap={onStartOver}>
      重新填
    </Button>
  </Note>
);
