/** WeChat keeps a subpackage whole on the phone. */
export function fetchPagesAhead(_subpackage: string): void {}
