export const accountRefusals = {
  session_ended: { status: 401, message: '登录已过期。重新登录，再做这一步。' },
  no_such_demonstration_person: { status: 404, message: '没有这个演示人物。从名单里选一个。' },
} as const;
