import Taro from '@tarojs/taro';
import { refusedTo } from './call';
import { Unreachable } from './refused';
import { serviceAddress } from './service-address';
import { sessionToken } from './session';

/**
 * Fetches a document of the service and opens it in WeChat's own reader, from whose menu it is printed or
 * sent on. WeChat deletes the file when it needs the room.
 */
export async function openPdf(path: string, _name: string): Promise<void> {
  const token = sessionToken();
  const header = { Authorization: `Bearer ${token ?? ''}` };
  const url = serviceAddress + path;
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header }).catch(() => {
    throw new Unreachable('offline');
  });
  if (statusCode !== 200) throw refusedTo(token, statusCode, refusalIn(tempFilePath));
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
}

/** What the service answered instead lies in the file. */
function refusalIn(filePath: string): unknown {
  try {
    return JSON.parse(Taro.getFileSystemManager().readFileSync(filePath, 'utf8') as string);
  } catch {
    return undefined;
  }
}
