export const accountRefusals = {
  session_ended: { status: 401, message: '登录已过期。重新登录，再做这一步。' },
  session_not_found: { status: 404, message: '没找到这次登录。它可能已经退出了。' },
  no_such_demonstration_person: { status: 404, message: '没有这个演示人物。从名单里选一个。' },
  wechat_code_used: { status: 400, message: '这次微信登录已经失效。再点一次登录。' },
  wechat_too_often: { status: 429, message: '登录得太勤了。过一分钟再试。' },
  wechat_blocked: { status: 403, message: '微信暂时不让这个号登录。请打电话或到妇女之家办理。' },
  wechat_busy: { status: 503, message: '微信那边有点忙。等一下再登录。' },
  sign_in_unavailable: { status: 503, message: '微信登录还没有开通。请打电话或到妇女之家办理。' },
  holds_post: { status: 409, message: '您还有任职，账号不能删。请妇联先办离任，再来删除。' },
} as const;
