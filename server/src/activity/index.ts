export { Activities, type NewActivity } from './activities';
export { ActivityRow } from './activity.entity';
export { CreateActivity1000000000800 } from './activity.migration';
export { ActivityModule } from './activity.module';
export { RegistrationCalledAs1000000000820 } from './called-as.migration';
export { RegistrationRow } from './registration.entity';
export { Registrations } from './registration.service';
export { HideUnpublished1000000000810 } from './unpublished.migration';
