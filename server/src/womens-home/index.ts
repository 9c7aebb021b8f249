export { CountWomensHomes1000000001230 } from './counted-homes';
export { WomensHomeModule } from './womens-home.module';
export { WomensHomes, type NewWomensHome } from './womens-homes';
export { WomensHomeRow } from './womens-home.entity';
export { WomensHomeCode } from './womens-home-code.entity';
export { NameWomensHomes1000000000510 } from './home-names.migration';
export { CreateWomensHome1000000000500 } from './womens-home.migration';
export { WomensHomeByKind1000000001445 } from './home-kind.migration';
