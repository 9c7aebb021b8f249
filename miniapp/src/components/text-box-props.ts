export interface TextBoxProps {
  id: string;
  /** Spoken; the same words stand above the box. */
  label: string;
  /** What stands there at first. A later change is not shown. */
  initial?: string;
  /** More than one line makes it an area that grows. */
  lines?: number;
  kind?: 'text' | 'number' | 'phone' | 'search';
  placeholder?: string;
  /** Ids of the hint and the error. */
  describedBy?: string;
  invalid?: boolean;
  onText: (text: string) => void;
  /** Enter, or the key of the phone's keyboard that ends typing. */
  onDone?: () => void;
}
