export const notificationRefusals = {
  notification_not_found: { status: 404, message: '没找到这条消息。回“我的”里再看。' },
} as const;
