import { Button } from './button';

/** The next page of a list, by a tap: no list grows by itself while she reads. */
export const More = ({ of: { more } }: { of: { more?: () => void } }) =>
  more ? (
    <Button look="second" onTap={more}>
      再看一些
    </Button>
  ) : null;
