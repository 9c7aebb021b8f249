import { refusedTo } from './call';
import { Unreachable } from './refused';
import { serviceAddress } from './service-address';
import { sessionToken } from './session';

/**
 * Opens a document of the service beside this page, to be read and printed. Call it in her tap: a browser
 * lets nothing open itself later. Where it does not let it at all, the document is downloaded.
 */
export async function openPdf(path: string, name: string): Promise<void> {
  const beside = window.open('', '_blank');
  try {
    const address = URL.createObjectURL(await fetched(path));
    if (beside) beside.location.href = address;
    else download(address, name);
  } catch (fault) {
    beside?.close();
    throw fault;
  }
}

async function fetched(path: string): Promise<Blob> {
  const token = sessionToken();
  const headers = { Authorization: `Bearer ${token ?? ''}` };
  const answer = await fetch(serviceAddress + path, { headers }).catch(() => {
    throw new Unreachable('offline');
  });
  if (!answer.ok) throw await refusedIn(answer, token);
  return answer.blob();
}

const refusedIn = async (answer: Response, token: string | undefined) =>
  refusedTo(token, answer.status, await answer.json().catch(() => undefined));

function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.pdf`;
  link.click();
}
