export { checkInstallation, isMarked, markInstallation, restoring } from './installation';
export { InstallationRow } from './installation.entity';
export { CreateInstallation1000000000150 } from './installation.migration';
