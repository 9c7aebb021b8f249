import Taro from '@tarojs/taro';

interface SpeechPlugin {
  textToSpeech(asked: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (found: { filename: string }) => void;
    fail: () => void;
  }): void;
}

// WeChat has no voice of its own: its plug-in 同声传译 must be added to the account of the mini-program,
// and it is sent what it reads. It is for public texts only, and absent unless the build names it.
const plugin = SPEECH_PLUGIN ? (requirePlugin('WechatSI') as SpeechPlugin) : undefined;
const longest = 200;
let turn = 0;
let playing: Taro.InnerAudioContext | undefined;

/** Whether the build has the plug-in. */
export const useVoice = (): boolean => plugin !== undefined;

/** Reads a text out in place of what was read before; then says whether it could. */
export function speak(text: string, ended: (spoken: boolean) => void): void {
  hush();
  const mine = ++turn;
  const read = ([piece, ...rest]: string[]): void => {
    if (mine !== turn) return;
    if (!piece) return ended(true);
    plugin?.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content: piece,
      success: ({ filename }) => mine === turn && play(filename, () => read(rest), ended),
      fail: () => ended(false),
    });
  };
  read(text.match(new RegExp(`[\\s\\S]{1,${longest}}`, 'g')) ?? []);
}

function play(filename: string, next: () => void, ended: (spoken: boolean) => void): void {
  playing?.destroy();
  playing = Taro.createInnerAudioContext();
  playing.src = filename;
  playing.onEnded(next);
  playing.onError(() => ended(false));
  playing.play();
}

export function hush(): void {
  turn += 1;
  playing?.destroy();
  playing = undefined;
}
