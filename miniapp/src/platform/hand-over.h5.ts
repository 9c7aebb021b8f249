import type { HandedOver } from './handed-over';

/** Gives her a text as a file: the browser keeps it among its downloads. */
export async function handOver(fileName: string, text: string): Promise<HandedOver> {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
  return 'saved';
}
