export { AccountRow } from './account.entity';
export { CreateAccount1000000000300 } from './account.migration';
export { AccountModule } from './account.module';
export { Accounts, type NewAccount, type NewPost } from './account.service';
export { type Person, Who } from './person';
export { PostRow } from './post.entity';
export { branchesFor } from './rights';
export { SessionRow } from './session.entity';
export { type SessionChange, Sessions } from './session.service';
