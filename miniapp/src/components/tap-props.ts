import type { ReactNode } from 'react';

export interface TapProps {
  /** What a screen reader says: all of what the row shows, in words. */
  label: string;
  role?: 'button' | 'link' | 'checkbox' | 'radio' | 'tab';
  checked?: boolean;
  selected?: boolean;
  current?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  busy?: boolean;
  id?: string;
  className?: string;
  onTap: () => void;
  children: ReactNode;
}
