import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { goTo } from '@/platform/navigate';

/** What she has on the phone stays open to her; only the service wants to know who she is. */
export const SessionOver = () => (
  <Note tone="warn" title="登录已过期。照样能看能记，登录后自动上传。">
    <Button look="second" onTap={() => goTo('/staff/sign-in/index', { back: '1' })}>
      去登录
    </Button>
  </Note>
);
