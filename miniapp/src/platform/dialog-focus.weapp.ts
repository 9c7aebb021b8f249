/** WeChat moves its reader by aria-modal alone. */
export const useDialogFocus: (id: string, onClose: () => void) => void = () => undefined;
