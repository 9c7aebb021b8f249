export const accountRefusals = {
  session_ended: { status: 401, message: '登录已过期。重新登录，再做这一步。' },
  second_factor_needed: {
    status: 403,
    message: '这里要先做两步验证。打开“两步验证”，填验证器上的 6 位数字，再回来。',
  },
  reauth_needed: {
    status: 401,
    message: '这一步要紧，要再验证一次。打开“两步验证”，填新的 6 位数字，再回来接着办。',
  },
  second_factor_missing: { status: 409, message: '两步验证还没有设置。先设置，再填 6 位数字。' },
  second_factor_wrong: {
    status: 403,
    message: '这 6 位数字不对。看验证器上现在的数字，再填一次；手机时间要调成自动。',
  },
  second_factor_used: { status: 409, message: '这 6 位数字用过了。等验证器换了新的，再填一次。' },
  second_factor_wait: { status: 429, message: '错的次数太多。等几分钟，再填一次。' },
  session_not_found: { status: 404, message: '没找到这次登录。它可能已经退出了。' },
  no_such_demonstration_person: { status: 404, message: '没有这个演示人物。从名单里选一个。' },
  wechat_code_used: { status: 400, message: '这次微信登录已经失效。再点一次登录。' },
  wechat_too_often: { status: 429, message: '登录得太勤了。过一分钟再试。' },
  wechat_blocked: { status: 403, message: '微信暂时不让这个号登录。请打电话或到妇女之家办理。' },
  wechat_busy: { status: 503, message: '微信那边有点忙。等一下再登录。' },
  sign_in_unavailable: { status: 503, message: '微信登录还没有开通。请打电话或到妇女之家办理。' },
  holds_post: { status: 409, message: '您还有任职，账号不能删。请妇联先办离任，再来删除。' },
} as const;
