export { checkInstallation, isMarked, markInstallation } from './installation';
export { InstallationRow } from './installation.entity';
export { CreateInstallation1000000000150 } from './installation.migration';
