import Taro from '@tarojs/taro';
import { copy } from './clipboard';
import type { HandedOver } from './handed-over';

/**
 * Gives her a text as a file. WeChat has no downloads: it is sent to a chat of hers, and copied when
 * she or the phone does not want that. Call it in her tap. The file does not stay in the mini-program.
 */
export async function handOver(fileName: string, text: string): Promise<HandedOver> {
  const files = Taro.getFileSystemManager();
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  try {
    files.writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName });
    return 'shared';
  } catch {
    return (await copy(text)) ? 'copied' : 'none';
  } finally {
    files.unlink({ filePath });
  }
}
