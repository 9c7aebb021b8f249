import { Button } from './button';

/** The next page of a list, by a tap: no list grows by itself while she reads. */
export const More = ({ of: { more, step } }: { of: { more?: () => void; step?: number } }) =>
  more ? (
    <Button look="second" onTap={more}>
      {step ? `再看 ${step} 个` : '再看一些'}
    </Button>
  ) : null;
