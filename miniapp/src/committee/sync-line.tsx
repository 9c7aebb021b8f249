import { Text, View } from '@tarojs/components';
import { Tap } from '@/components/tap';
import '@/components/status-bar.scss';
import type { FieldView } from '@/features/visit/field';
import { a11y } from '@/platform/a11y';
import { goTo } from '@/platform/navigate';
import { useOnline } from '@/platform/network';
import { useSessionToken } from '@/platform/session';
import { standingInWords } from './field-words';

/** One line on top of every page: what waits and since when; a tap shows it. */
export function SyncLine({ field }: { field: FieldView }) {
  const online = useOnline();
  const signedIn = useSessionToken() !== undefined;
  const words = standingInWords(field, { online, signedIn });
  const { waiting, ended } = field;
  const leads = waiting.count > 0 || ended.length > 0;
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {leads ? (
        <Tap
          className="status-bar"
          label={`${words}看未上传`}
          onTap={() => goTo('/committee/unsent/index')}
        >
          <Text>{`${words}›`}</Text>
        </Tap>
      ) : (
        <View className="status-bar">
          <Text>{words}</Text>
        </View>
      )}
    </View>
  );
}
