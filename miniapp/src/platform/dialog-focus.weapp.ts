/** WeChat moves its reader by aria-modal alone. */
export const useDialogFocus = (_id: string, _onClose: () => void): void => undefined;
