export const womensHomeRefusals = {
  womens_home_not_found: {
    status: 404,
    message: '没找到这个家。从首页再找一个，急事打 110 或 12338。',
  },
  code_not_known: {
    status: 404,
    message: '这张码没有登记，或已停用。选一下您在哪个乡镇，急事打 110 或 12338。',
  },
} as const;
